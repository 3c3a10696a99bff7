import type { Kysely } from 'kysely';
import type { WebhookEvent, WebhookNews } from '../../contract/webhook-events.ts';
import { isWanted } from '../../domain/news/webhook-events.ts';
import type { TellingShop, WebhookEndpoint } from '../ports.ts';
import { chunks } from './dialect.ts';
import type { OutboxTable } from './outbox-tables.ts';
import type { Database } from './schema.ts';

/**
 * Puts news of one object into the outbox, in the transaction of the change that made them: both
 * are there or neither. Whoever calls holds the object's row, so its turns do not mix.
 */
export async function tell(
  tx: Kysely<Database>,
  shop: TellingShop,
  news: readonly WebhookNews[],
  at: Date,
): Promise<void> {
  const events = news.map((each): WebhookEvent => ({
    id: `evt_${crypto.randomUUID()}`,
    at: at.toISOString(),
    shop: shop.id,
    ...each,
  }));
  const rows: OutboxTable[] = [];
  for (const endpoint of shop.webhooks ?? []) {
    const wanted = events.filter(({ type }) => isWanted(endpoint.events, type));
    if (wanted[0]) rows.push(...(await rowsFor(tx, endpoint, wanted[0], wanted)));
  }
  for (const some of chunks(rows)) await tx.insertInto('outbox').values(some).execute();
}

async function rowsFor(
  tx: Kysely<Database>,
  { url }: WebhookEndpoint,
  first: WebhookEvent,
  events: readonly WebhookEvent[],
): Promise<OutboxTable[]> {
  const about = objectOf(first);
  const [last] = await tx
    .selectFrom('outbox')
    .select(['turn', 'state', 'due_at'])
    .where('shop_id', '=', first.shop)
    .where('url', '=', url)
    .where('kind', '=', about.kind)
    .where('object_id', '=', about.object_id)
    .orderBy('turn', 'desc')
    .limit(1)
    .execute();
  // not due before the one it has to wait for, so that nobody looks at it in vain
  const due =
    last?.state === 'pending' && last.due_at !== null && last.due_at > first.at
      ? last.due_at
      : first.at;
  return events.map((event, nth) => ({
    id: `whd_${crypto.randomUUID()}`,
    shop_id: event.shop,
    url,
    type: event.type,
    ...about,
    turn: (last?.turn ?? 0) + 1 + nth,
    body: JSON.stringify(event),
    state: 'pending',
    attempts: 0,
    due_at: due,
    forget_at: null,
    result: null,
    created_at: event.at,
  }));
}

function objectOf({ data }: WebhookEvent): Pick<OutboxTable, 'kind' | 'object_id' | 'customer_id'> {
  if ('order' in data) {
    const { id, customer } = data.order;
    return { kind: 'order', object_id: id, customer_id: customer ?? null };
  }
  if ('conversation' in data) {
    const { id, customer } = data.conversation;
    return { kind: 'conversation', object_id: id, customer_id: customer ?? null };
  }
  const { id } = data.customer;
  return { kind: 'customer', object_id: id, customer_id: id };
}
