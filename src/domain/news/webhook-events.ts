import type { WebhookEventType, WebhookNews } from '../../contract/webhook-events.ts';
import type { CustomerFacts, OrderFacts } from '../../contract/webhook-facts.ts';
import type { OrderRecord } from '../orders/orders.ts';

/** What a change of an order is worth telling; nothing when nothing changed. */
export function orderNews(before: OrderRecord | undefined, after: OrderRecord): WebhookNews[] {
  const data = { order: orderFacts(after) };
  if (!before) return [{ type: 'order.created', data }];
  const { status: previousStatus, shipments: parcels, ...rest } = before;
  const { status, shipments, ...others } = after;
  const news: WebhookNews[] = [];
  if (fieldsDiffer(rest, others)) news.push({ type: 'order.updated', data });
  if (differ(parcels, shipments)) news.push({ type: 'order.parcel_updated', data });
  if (status !== previousStatus)
    news.push({ type: 'order.status_changed', data: { ...data, previousStatus } });
  return news;
}

export function customerNews(
  before: CustomerFacts | undefined,
  after: CustomerFacts,
): WebhookNews[] {
  const data = { customer: customerFacts(after) };
  if (!before) return [{ type: 'customer.created', data }];
  return differ(customerFacts(before), data.customer) ? [{ type: 'customer.updated', data }] : [];
}

/** Without contact, items and address: who is told knows the order by its id. */
export const orderFacts = (order: OrderRecord): OrderFacts => ({
  id: order.id,
  number: order.number,
  status: order.status,
  placedAt: order.placedAt,
  total: { amount: order.total, currency: order.currency },
  ...(order.customer !== undefined && { customer: order.customer }),
  parcels: order.shipments.map(({ id, carrier, number, url, status, estimate }) => ({
    id,
    ...(carrier !== undefined && { carrier }),
    ...(number !== undefined && { number }),
    ...(url !== undefined && { url }),
    status,
    ...(estimate && { estimate }),
  })),
});

const customerFacts = ({
  id,
  firstName,
  lastName,
  email,
  phone,
  address,
}: CustomerFacts): CustomerFacts => ({
  id,
  firstName,
  lastName,
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { phone }),
  ...(address && { address }),
});

/** Of what both records share nothing need be written out. */
const fieldsDiffer = <Record extends object>(one: Record, other: Record): boolean =>
  (Object.keys({ ...one, ...other }) as (keyof Record)[]).some((name) =>
    differ(one[name], other[name]),
  );

/** Records are made by one function each, so their fields stand in one order. */
const differ = (one: unknown, other: unknown): boolean =>
  one !== other && JSON.stringify(one) !== JSON.stringify(other);

/** Whether an endpoint asked for this event: by its name, by `order.*`, or by `*`. */
export const isWanted = (wanted: readonly string[], type: WebhookEventType): boolean =>
  wanted.some(
    (each) =>
      each === '*' || each === type || (each.endsWith('.*') && type.startsWith(each.slice(0, -1))),
  );
