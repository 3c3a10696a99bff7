import type { ImportRow, OrderRow, ShipmentRow } from '../../../contract/import.ts';
import { createCalendar } from './calendar.ts';
import { customers } from './customers.ts';
import { alder } from './alder.ts';
import { jonasOrders } from './jonas.ts';
import { maraOrders } from './mara.ts';
import { otherOrders } from './others.ts';
import {
  findProduct,
  optionsOf,
  pageOf,
  pictureOf,
  productRow,
  products,
  variantOf,
} from './products.ts';
import type { Bought, OrderStory, ParcelStory } from './story.ts';

const VAT_PERCENT = 21;

export interface SampleOptions {
  /** The sample is told from here: parcels are under way now, whenever that is. */
  now: Date;
  /** Path of the shop's pages, with both slashes. */
  base?: string;
}

/** The sample shop as an import: products, customers, orders in every state. */
export function sampleRows({ now, base = '/' }: SampleOptions): ImportRow[] {
  const calendar = createCalendar(now, alder.timeZone);
  const stories = [...maraOrders(calendar), ...jonasOrders(calendar), ...otherOrders(calendar)];
  return [...products.map(productRow(base)), ...customers, ...stories.map(orderRow(base))];
}

export const orderRow =
  (base: string) =>
  (story: OrderStory): OrderRow => {
    const { number, by, placed, status, bought, discount, shipping = 0, currency = 'EUR' } = story;
    const customer = typeof by === 'string' ? customers.find(({ id }) => id === by) : undefined;
    const lines = bought.map((each, index) => lineRow(base, `${number}-${index + 1}`, each));
    const items = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
    const [method] = customer?.paymentMethods ?? [];
    const total = items + (discount?.amount ?? 0) + shipping;
    return {
      type: 'order',
      id: `alder-${number}`,
      number,
      ...(typeof by === 'string' ? { customer: by } : by),
      placedAt: placed,
      status,
      currency,
      lines,
      discounts: discount ? [discount] : [],
      shipping,
      ...(shipping === 0 && { shippingMethod: 'standard' }),
      tax: Math.round((total * VAT_PERCENT) / (100 + VAT_PERCENT)),
      taxIncluded: true,
      total,
      payments: [
        {
          ...{ kind: 'card', label: 'Visa', lastFour: '4120', amount: total },
          ...(method && { method: method.id }),
        },
      ],
      ...(customer?.address && { address: customer.address }),
      shipments: (story.parcels ?? []).map((parcel, index) =>
        shipmentRow(`${number}-p${index + 1}`, lines, parcel),
      ),
    };
  };

function lineRow(base: string, id: string, { what, size, quantity = 1, price }: Bought) {
  const kind = findProduct(what);
  return {
    id,
    product: what,
    variant: variantOf(what, size),
    name: kind.name,
    options: optionsOf(kind, size),
    quantity,
    unitPrice: price ?? kind.price,
    picture: pictureOf(base, kind),
    url: pageOf(base, what),
  };
}

function shipmentRow(id: string, lines: OrderRow['lines'], parcel: ParcelStory): ShipmentRow {
  const { carrier, number, has, status, estimate, pickup, events = [] } = parcel;
  const packed = has ? lines.filter((_, index) => has.includes(index)) : lines;
  return {
    id,
    status: status ?? events[0]?.[1] ?? 'unknown',
    ...(carrier && { carrier }),
    ...(number && { number }),
    ...(estimate && { estimate }),
    ...(pickup && { pickup }),
    lines: packed.map((line) => ({ line: line.id, quantity: line.quantity })),
    events: events.map(([at, status, text, place]) => ({
      at,
      status,
      text,
      ...(place && { place }),
    })),
  };
}
