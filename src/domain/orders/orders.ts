import type { Address, OrderStatus, Payment } from '../../contract/orders.ts';
import type { Picture } from '../../contract/primitives.ts';
import type { Estimate, TrackingEvent, TrackingStatus } from '../../contract/shipments.ts';

/**
 * An order as a platform knows it, before we say anything about it. Amounts are integers in the
 * minor units of `currency`.
 */
export interface OrderRecord {
  id: string;
  number: string;
  customer?: string;
  email?: string;
  phone?: string;
  placedAt: string;
  status: OrderStatus;
  currency: string;
  lines: LineRecord[];
  /** `amount` is negative. */
  discounts: { label: string; amount: number }[];
  shipping: number;
  /** Which of the shop's ways it is sent, where that is known. */
  shippingMethod?: string;
  tax: number;
  taxIncluded: boolean;
  total: number;
  payments: PaymentRecord[];
  address?: Address;
  /** Where it was bought. */
  channel?: string;
  risk?: 'high';
  shipments: ShipmentRecord[];
}

export interface PaymentRecord extends Omit<Payment, 'amount'> {
  /** Given for a present that came back: whoever paid does not see it. */
  gift?: true;
  /** Negative when given back. */
  amount: number;
  /** What the payment provider calls it. */
  reference?: string;
}

export interface LineRecord {
  id: string;
  product: string;
  variant: string;
  name: string;
  options: { name: string; value: string }[];
  quantity: number;
  unitPrice: number;
  picture?: Picture;
  url?: string;
  /** Lines that were sold as one have the same. */
  bundle?: string;
}

export interface ShipmentRecord {
  id: string;
  carrier?: string;
  number?: string;
  url?: string;
  /** As it is now, by all that was heard of it. */
  status: TrackingStatus;
  estimate?: Estimate;
  pickup?: { place: string; until?: string | undefined };
  lines: { line: string; quantity: number }[];
  /** Newest first. */
  events: TrackingEvent[];
}

/** What a list needs of an order: enough to tell it in one line, nothing a join has to fetch. */
export interface OrderCard {
  id: string;
  number: string;
  placedAt: string;
  status: OrderStatus;
  currency: string;
  total: number;
  itemCount: number;
  title: string;
  pictures: Picture[];
  parcels: ParcelCard[];
}

export type ParcelCard = Pick<ShipmentRecord, 'status' | 'estimate' | 'pickup'> & {
  latest?: TrackingEvent;
};

/** As much of an order as sums need; rows of an import have it as well. */
type Sums = Pick<OrderRecord, 'discounts' | 'shipping' | 'tax' | 'taxIncluded'> & {
  lines: readonly Pick<LineRecord, 'quantity' | 'unitPrice'>[];
};

export const sumOfLines = (order: Pick<Sums, 'lines'>): number =>
  order.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);

/** What the parts of an order come to; equal to `total` in an order that may be imported. */
export const sumOf = (order: Sums): number =>
  sumOfLines(order) +
  order.discounts.reduce((sum, { amount }) => sum + amount, 0) +
  order.shipping +
  (order.taxIncluded ? 0 : order.tax);

const PICTURES = 3;

export function cardOf(order: OrderRecord): OrderCard {
  const { id, number, placedAt, status, currency, total, lines, shipments } = order;
  return {
    id,
    number,
    placedAt,
    status,
    currency,
    total,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    title: lines[0]?.name ?? '',
    pictures: lines.flatMap((line) => line.picture ?? []).slice(0, PICTURES),
    parcels: shipments.map(parcelCard),
  };
}

export function parcelCard({ status, estimate, pickup, events }: ShipmentRecord): ParcelCard {
  const latest = events[0];
  return {
    status,
    ...(estimate && { estimate }),
    ...(pickup && { pickup }),
    ...(latest && { latest }),
  };
}
