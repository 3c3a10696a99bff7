import type { CustomerRow, OrderRow, ProductRow, ShipmentRow } from '../../src/contract/import.ts';
import type { TrackingEventInput, TrackingStatus } from '../../src/contract/shipments.ts';
import { sumOf } from '../../src/domain/orders/orders.ts';

/** Rows of the import format, good as they are; a test names only what matters to it. */

export type LineRow = OrderRow['lines'][number];

export const aLine = (wanted: Partial<LineRow> = {}): LineRow => ({
  id: 'line-1',
  product: 'boots',
  variant: 'boots-42',
  name: 'Winter boots',
  quantity: 1,
  unitPrice: 8900,
  ...wanted,
});

export const anEvent = (wanted: Partial<TrackingEventInput> = {}): TrackingEventInput => ({
  at: '2026-01-02T10:00:00.000Z',
  status: 'in_transit',
  text: 'Sorted at the depot',
  ...wanted,
});

/** `seen` is a short way to say its events: statuses, a day apart, oldest first. */
export function aShipment(
  wanted: Partial<ShipmentRow> & { seen?: readonly TrackingStatus[] } = {},
): ShipmentRow {
  const { seen = [], ...given } = wanted;
  return {
    id: 'parcel-1',
    number: '3SABCD1234567',
    status: 'unknown',
    lines: [],
    events: seen.map((status, day) =>
      anEvent({ status, text: `It is ${status}`, at: dayAt('2026-01-02', day) }),
    ),
    ...given,
  };
}

/** The total follows from the parts unless it is named. `deliveredOn` stands for one parcel that arrived then. */
export function anOrder(
  wanted: Partial<Omit<OrderRow, 'type'>> & { deliveredOn?: string } = {},
): OrderRow {
  const { deliveredOn, ...given } = wanted;
  const order: OrderRow = {
    type: 'order',
    id: 'order-1',
    number: '#1001',
    placedAt: '2026-01-01T09:00:00.000Z',
    status: deliveredOn ? 'delivered' : 'processing',
    currency: 'EUR',
    lines: [aLine()],
    discounts: [],
    shipping: 0,
    tax: 0,
    taxIncluded: true,
    total: 0,
    payments: [],
    shipments: deliveredOn
      ? [
          aShipment({
            events: [
              anEvent({ status: 'delivered', text: 'Delivered', at: dayAt(deliveredOn, 0) }),
            ],
          }),
        ]
      : [],
    ...given,
  };
  return { ...order, total: given.total ?? sumOf(order) };
}

export const aCustomer = (wanted: Partial<Omit<CustomerRow, 'type'>> = {}): CustomerRow => ({
  type: 'customer',
  id: 'anna',
  email: 'anna@mail.example',
  firstName: 'Anna',
  lastName: 'Lindqvist',
  ...wanted,
});

export const aProduct = (wanted: Partial<Omit<ProductRow, 'type'>> = {}): ProductRow => ({
  type: 'product',
  id: 'boots',
  name: 'Winter boots',
  variants: [{ id: 'boots-42', price: 8900, currency: 'EUR', available: true }],
  ...wanted,
});

const dayAt = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T10:00:00.000Z`) + days * 86_400_000).toISOString();
