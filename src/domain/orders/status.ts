import type { OrderStatus } from '../../contract/orders.ts';
import type { OrderRecord } from './orders.ts';
import { statusAfter } from '../shipments/tracking.ts';

/**
 * What an order is by its shop's word and its parcels. The parcels alone do not make it delivered
 * while some of it is in none of them.
 */
export function orderStatus({
  status,
  lines,
  shipments,
}: Pick<OrderRecord, 'status' | 'lines' | 'shipments'>): OrderStatus {
  const reached = statusAfter(status, shipments);
  return reached === 'delivered' && status !== 'delivered' && !isAllSent(lines, shipments)
    ? 'shipped'
    : reached;
}

/** A parcel that names no lines is taken to hold the whole order. */
function isAllSent(lines: OrderRecord['lines'], shipments: OrderRecord['shipments']): boolean {
  const live = shipments.filter((shipment) => shipment.status !== 'cancelled');
  if (live.some((shipment) => shipment.lines.length === 0)) return true;
  const sent = new Map<string, number>();
  for (const { line, quantity } of live.flatMap((shipment) => shipment.lines))
    sent.set(line, (sent.get(line) ?? 0) + quantity);
  return lines.every(({ id, quantity }) => (sent.get(id) ?? 0) >= quantity);
}
