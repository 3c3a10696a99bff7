import type { OrderRow, ShipmentRow } from '../../contract/import.ts';
import { localYear } from '../../domain/local-year.ts';
import { emailKey, orderNumberKey, phoneKey, trackingNumberKey } from '../../domain/lookup-keys.ts';
import { orderStatus } from '../../domain/order-status.ts';
import { cardOf } from '../../domain/orders.ts';
import { eventKey, newsOf, type ToldEvent } from '../../domain/parcel-news.ts';
import type { Shop } from '../ports.ts';
import type { OrdersTable, ShipmentsTable, TrackingEventsTable } from './catalogue-tables.ts';
import { bit } from './dialect.ts';
import { orderOf, type OrderRows } from './order-rows.ts';

/** What an import leaves alone of an order that is already there. */
export interface Kept {
  order: Pick<OrdersTable, 'customer_id' | 'email_key' | 'phone_key'>;
  shipments: Pick<ShipmentsTable, 'id' | 'news_facts'>[];
  /** The carriers' own. */
  events: TrackingEventsTable[];
}

/** Turns an order of an import into table rows. */
export type OrderFromRow = (
  shop: Pick<Shop, 'id' | 'timeZone'>,
  row: OrderRow,
  kept?: Kept,
) => OrderRows;

export function createOrderFromRow(): OrderFromRow {
  const years = new Map<string, (instant: string) => number>();
  const yearIn = (timeZone: string) => {
    const yearOf = years.get(timeZone) ?? localYear(timeZone);
    years.set(timeZone, yearOf);
    return yearOf;
  };
  return (shop, row, kept) => {
    const email_key = row.email === undefined ? null : emailKey(row.email);
    const phone_key = row.phone === undefined ? null : phoneKey(row.phone) || null;
    // who showed that a guest order's contact is theirs keeps it while the contact stays
    const adopted =
      kept && kept.order.email_key === email_key && kept.order.phone_key === phone_key
        ? kept.order.customer_id
        : null;
    const ids = { shop_id: shop.id, order_id: row.id };
    const told = row.shipments.map((shipment) => ({ shipment, news: toldBy(shipment) }));
    return derived({
      order: {
        shop_id: shop.id,
        id: row.id,
        number: row.number,
        number_key: orderNumberKey(row.number),
        customer_id: row.customer ?? adopted,
        email: row.email ?? null,
        email_key,
        phone: row.phone ?? null,
        phone_key,
        placed_at: row.placedAt,
        placed_year: yearIn(shop.timeZone)(row.placedAt),
        told_status: row.status,
        status: row.status,
        currency: row.currency,
        shipping: row.shipping,
        tax: row.tax,
        tax_included: bit(row.taxIncluded),
        total: row.total,
        discounts: JSON.stringify(row.discounts),
        payments: JSON.stringify(row.payments),
        address: jsonOrNull(row.address),
        card: '',
      },
      lines: row.lines.map((line, position) => ({
        ...ids,
        id: line.id,
        position,
        product_id: line.product,
        variant_id: line.variant,
        name: line.name,
        options: JSON.stringify(
          Object.entries(line.options ?? {}).map(([name, value]) => ({ name, value })),
        ),
        quantity: line.quantity,
        unit_price: line.unitPrice,
        picture: jsonOrNull(line.picture),
        url: line.url ?? null,
      })),
      shipments: told.map(({ shipment, news }, position) => ({
        ...ids,
        id: shipment.id,
        position,
        number: shipment.number ?? null,
        number_key: shipment.number === undefined ? null : trackingNumberKey(shipment.number),
        url: shipment.url ?? null,
        told_status: shipment.status,
        told_facts: JSON.stringify(news.facts),
        news_facts: kept?.shipments.find(({ id }) => id === shipment.id)?.news_facts ?? '{}',
      })),
      shipmentLines: row.shipments.flatMap((shipment) =>
        shipment.lines.map(({ line, quantity }, position) => ({
          ...ids,
          shipment_id: shipment.id,
          line_id: line,
          position,
          quantity,
        })),
      ),
      events: told.flatMap(({ shipment, news }) => [
        ...news.events.map((event) => eventRow(shop.id, row.id, shipment.id, 'shop', event)),
        ...(kept?.events.filter(({ shipment_id }) => shipment_id === shipment.id) ?? []),
      ]),
    });
  };
}

/** What follows from an order's rows, written anew at every change of them: its status and its card. */
export function derived(rows: OrderRows): OrderRows {
  const told = orderOf({ ...rows, order: { ...rows.order, status: rows.order.told_status } });
  const status = orderStatus(told);
  const card = JSON.stringify(cardOf({ ...told, status }));
  return { ...rows, order: { ...rows.order, status, card } };
}

export const eventRow = (
  shop_id: string,
  order_id: string,
  shipment_id: string,
  source: TrackingEventsTable['source'],
  event: ToldEvent,
): TrackingEventsTable => ({
  shop_id,
  order_id,
  shipment_id,
  source,
  event_key: eventKey(event),
  at: event.at,
  status: event.status,
  text: event.text,
  place: event.place ?? null,
  source_id: event.id ?? null,
});

const toldBy = ({ events, carrier, estimate, pickup }: ShipmentRow) =>
  newsOf({ events, carrier: carrier?.toLowerCase(), estimate, pickup });

const jsonOrNull = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);
