import type { Window } from '../../contract/policy.ts';
import { isFinal } from '../shipments/tracking.ts';
import type { OrderRecord, ShipmentRecord } from '../orders/orders.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * When a window ends, for the order or for one line of it; undefined while what it counts from has
 * not happened. Where nobody told when it happened, the newest moment that was told counts.
 */
export function endOf(window: Window, order: OrderRecord, line?: string): string | undefined {
  const from = startOf(window.from, order, line);
  return from && new Date(Date.parse(from) + window.days * DAY).toISOString();
}

function startOf(from: Window['from'], order: OrderRecord, line?: string): string | undefined {
  if (from === 'order') return order.placedAt;
  const parcels = parcelsOf(order, line);
  if (from === 'fulfilment') {
    const left = parcels.flatMap((parcel) => leftAt(parcel) ?? []).sort();
    return left[0] ?? (hasLeft(order) ? order.placedAt : undefined);
  }
  // what came in several parcels is there with the last
  const arrived = parcels.filter(hasArrived).map(arrivedAt);
  const known = arrived.flatMap((at) => at ?? []).sort();
  return (
    known.at(-1) ??
    (order.status === 'delivered' || arrived.length > 0 ? order.placedAt : undefined)
  );
}

/** Parcels that hold the line; one that names no lines is taken to hold the whole order. */
export function parcelsOf(order: OrderRecord, line?: string): ShipmentRecord[] {
  const live = order.shipments.filter(({ status }) => status !== 'cancelled');
  if (line === undefined) return live;
  return live.filter(({ lines }) => lines.length === 0 || lines.some((each) => each.line === line));
}

export const hasArrived = ({ status }: ShipmentRecord): boolean =>
  isFinal(status) && status !== 'cancelled';

function arrivedAt({ events, estimate }: ShipmentRecord): string | undefined {
  const told = events.find(({ status }) => status === 'delivered' || status === 'picked_up');
  return told?.at ?? events[0]?.at ?? estimate?.to;
}

const beforeLeaving = new Set(['label_printed', 'label_purchased', 'confirmed', 'unknown']);

/** Whether anybody has seen it move. */
export const hasSetOut = ({ status, events }: ShipmentRecord): boolean =>
  [status, ...events.map((event) => event.status)].some((each) => !beforeLeaving.has(each));

/** Events are newest first. */
const leftAt = ({ events }: ShipmentRecord): string | undefined =>
  events.findLast(({ status }) => !beforeLeaving.has(status))?.at;

const hasLeft = ({ status }: OrderRecord): boolean =>
  status === 'shipped' || status === 'delivered';
