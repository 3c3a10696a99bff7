import type { Money } from '../contract/money.ts';
import type { Order, OrderSummary, OrderTracking } from '../contract/orders.ts';
import type { Parcel, Shipment } from '../contract/shipments.ts';
import {
  cardOf,
  sumOfLines,
  type OrderCard,
  type OrderRecord,
  type ShipmentRecord,
} from './orders.ts';
import { nextAction, progressOf } from './tracking.ts';

/** An order in a list. */
export const summaryOf = (card: OrderCard): OrderSummary => ({
  id: card.id,
  number: card.number,
  placedAt: card.placedAt,
  total: { amount: card.total, currency: card.currency },
  itemCount: card.itemCount,
  pictures: card.pictures,
  title: card.title,
  progress: progressOf(card),
});

/** The whole order, for its owner. */
export function orderOf(order: OrderRecord): Order {
  const money = (amount: number): Money => ({ amount, currency: order.currency });
  return {
    ...summaryOf(cardOf(order)),
    lines: order.lines.map((line) => ({
      ...line,
      unitPrice: money(line.unitPrice),
      total: money(line.unitPrice * line.quantity),
    })),
    shipments: order.shipments.map(shipmentOf),
    totals: {
      items: money(sumOfLines(order)),
      discounts: order.discounts.map(({ label, amount }) => ({ label, amount: money(amount) })),
      shipping: money(order.shipping),
      tax: money(order.tax),
      taxIncluded: order.taxIncluded,
      total: money(order.total),
    },
    payments: order.payments.map((payment) => ({ ...payment, amount: money(payment.amount) })),
    ...(order.address && { address: order.address }),
  };
}

/** What a guest may see of it: where it is, never what it is, whose, or for how much. */
export const trackingOf = (order: OrderRecord): OrderTracking => ({
  id: order.id,
  number: order.number,
  progress: progressOf(cardOf(order)),
  parcels: order.shipments.map(parcelOf),
});

const shipmentOf = (shipment: ShipmentRecord): Shipment => ({
  ...parcelOf(shipment),
  lines: shipment.lines,
});

function parcelOf(shipment: ShipmentRecord): Parcel {
  const { id, carrier, number, url, status, estimate, events } = shipment;
  const action = nextAction(shipment);
  return {
    id,
    ...(carrier !== undefined && { carrier: { code: carrier, name: carrier } }),
    ...(number !== undefined && { number }),
    ...(url !== undefined && { url }),
    status,
    ...(estimate && { estimate }),
    events,
    ...(action && { action }),
  };
}
