import type { Money } from '../../contract/money.ts';
import type { Line, Order, OrderSummary, OrderTracking, Payment } from '../../contract/orders.ts';
import type { Parcel, Shipment } from '../../contract/shipments.ts';
import { carrierOf } from '../shipments/carriers.ts';
import { discreet } from './discretion.ts';
import { cardOf, sumOfLines } from './orders.ts';
import type {
  LineRecord,
  OrderCard,
  OrderRecord,
  PaymentRecord,
  ShipmentRecord,
} from './orders.ts';
import { nextAction, progressOf } from '../shipments/tracking.ts';

/** What the contract says of an order, made of what a platform knows. */

/** An order in a list. */
export function summaryOf(card: OrderCard): OrderSummary {
  const { id, number, placedAt, total, currency, itemCount, pictures, title } = card;
  return {
    id,
    number,
    placedAt,
    total: { amount: total, currency },
    itemCount,
    pictures,
    title,
    progress: progressOf(card),
  };
}

/**
 * The whole order, for its owner. `isOwn`: its customer, and not who has proven its e-mail, to whom
 * that is no news, but the phone is.
 */
export function orderOf(order: OrderRecord, isOwn = true): Order {
  const money = (amount: number): Money => ({ amount, currency: order.currency });
  const { lines, discounts, payments, shipments, address, email } = order;
  const phone = isOwn ? order.phone : undefined;
  const contact = { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
  return {
    ...summaryOf(cardOf(order)),
    lines: lines.map((line) => lineOf(line, money)),
    shipments: shipments.map(shipmentOf),
    totals: {
      items: money(sumOfLines(order)),
      discounts: discounts.map(({ label, amount }) => ({ label, amount: money(amount) })),
      shipping: money(order.shipping),
      tax: money(order.tax),
      taxIncluded: order.taxIncluded,
      total: money(order.total),
    },
    payments: payments.filter(({ gift }) => !gift).map((payment) => paymentOf(payment, money)),
    ...(address && { address }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
}

/** Where an order is, for someone who knows its number and contact: nothing of who, what or how much. */
export function trackingOf(order: OrderRecord): OrderTracking {
  const told = discreet(order);
  return {
    id: told.id,
    number: told.number,
    progress: progressOf(cardOf(told)),
    parcels: told.shipments.map(parcelOf),
  };
}

export function shipmentOf(shipment: ShipmentRecord): Shipment {
  return { ...parcelOf(shipment), lines: shipment.lines };
}

export function parcelOf(shipment: ShipmentRecord): Parcel {
  const { id, number, status, estimate, events } = shipment;
  const { carrier, url } = carrierOf(shipment);
  const action = nextAction({ ...shipment, ...(url && { url }) });
  return {
    id,
    ...(carrier && { carrier }),
    ...(number && { number }),
    ...(url && { url }),
    status,
    ...(estimate && { estimate }),
    events,
    ...(action && { action }),
  };
}

/** Without `reference`: what the provider calls a payment is the shop's business. */
function paymentOf(payment: PaymentRecord, money: (amount: number) => Money): Payment {
  const { kind, label, lastFour, amount, method } = payment;
  return {
    kind,
    label,
    ...(lastFour !== undefined && { lastFour }),
    amount: money(amount),
    ...(method !== undefined && { method }),
  };
}

function lineOf(line: LineRecord, money: (amount: number) => Money): Line {
  const { unitPrice, quantity } = line;
  return { ...line, unitPrice: money(unitPrice), total: money(unitPrice * quantity) };
}
