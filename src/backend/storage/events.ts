import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { EventOwners, EventStore, StoredEvent } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { bulkInsert } from './bulk.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { eventOf, rowOf } from './event-rows.ts';
import { prepared } from './prepared.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

/** No more are added to so many that are written as one: others come in between. */
const WRITTEN_AT_ONCE = 128;

interface Group {
  events: StoredEvent[];
  kept: Promise<void>;
}

/** What shoppers did. What comes while others are being written waits, and is written as one. */
export function createEventStore(db: Kysely<Database>): EventStore {
  const insert = bulkInsert(
    'events',
    [
      ...(['shop_id', 'id', 'sequence', 'visitor', 'customer_id', 'type'] as const),
      ...(['product_id', 'variant_id', 'quantity', 'detail', 'at', 'expires_at'] as const),
    ],
    ['shop_id', 'id'],
  );
  const countOn = prepared<{ shop: string; more: number }, { count: number }, Database>(
    db,
    (value) =>
      db
        .insertInto('event_counts')
        .values({ shop_id: value('shop'), count: value('more') })
        .onConflict((conflict) =>
          conflict
            .column('shop_id')
            .doUpdateSet((it) => ({ count: it('event_counts.count', '+', value('more')) })),
        )
        .returning('count'),
  );
  let running: Promise<unknown> = Promise.resolve();
  let waiting: Group | undefined;

  function gather(): Group {
    const events: StoredEvent[] = [];
    const kept = running.then(() => {
      if (waiting === group) waiting = undefined;
      return write(events);
    });
    running = kept.catch(() => undefined);
    const group = { events, kept };
    return group;
  }

  /** Who counts a shop's events on holds its count until the end: they come to light in order. */
  const write = (events: readonly StoredEvent[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const [shop, own] of byShop(events)) {
        const [counted] = await countOn({ shop, more: own.length }, tx);
        const first = counted!.count - own.length + 1;
        await insert(
          tx,
          own.map((event, nth) => rowOf(event, first + nth)),
        );
      }
    });

  return {
    async record(events) {
      if (!waiting || waiting.events.length >= WRITTEN_AT_ONCE) waiting = gather();
      waiting.events.push(...events);
      await waiting.kept;
    },

    async since(shop, sequence, limit) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...eventOf(row), sequence: row.sequence }));
    },

    async of(shop, whose, { limit, cursor }) {
      const after = cursor === undefined ? undefined : readCursor(cursor);
      let query = db
        .selectFrom('events')
        .selectAll()
        .where('shop_id', '=', shop)
        .where(ownedBy(whose))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}, ${after.id})`);
      const rows = await query.execute();
      const events = rows.slice(0, limit).map(eventOf);
      const last = rows.length > limit ? events.at(-1) : undefined;
      return { events, ...(last && { next: cursorAt(last.at, last.id) }) };
    },

    async counts(shop, whose) {
      const rows = await db
        .selectFrom('events')
        .select((it) => ['type', it.fn.countAll().as('count')])
        .where('shop_id', '=', shop)
        .where(ownedBy(whose))
        .groupBy('type')
        .orderBy('type')
        .execute();
      return rows.map(({ type, count }) => ({ type, count: Number(count) }));
    },

    remove: (shop, whose, which, keep) =>
      db.transaction().execute(async (tx) => {
        let query = tx.deleteFrom('events').where('shop_id', '=', shop).where(ownedBy(whose));
        if (which !== 'all')
          query =
            'id' in which ? query.where('id', '=', which.id) : query.where('type', '=', which.type);
        const { numDeletedRows } = await query.executeTakeFirst();
        const removed = Number(numDeletedRows);
        await keepAnswer(tx, keep, removed);
        return removed;
      }),

    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'events', key: ['shop_id', 'id'], where: sql`expires_at <= ${now}` },
        signal,
      ),
  };
}

/** Nobody's events are nobody's to see: with no owner there are none. */
const ownedBy =
  ({ customer, visitors }: EventOwners) =>
  (it: ExpressionBuilder<Database, 'events'>) =>
    it.or([
      ...(customer === undefined ? [] : [it('customer_id', '=', customer)]),
      ...(visitors.length ? [it('visitor', 'in', [...visitors])] : []),
    ]);

/** In one order, so that two who write for several shops cannot wait for each other. */
function byShop<Of extends { shop: string }>(all: readonly Of[]): [string, Of[]][] {
  const shops = new Map<string, Of[]>();
  for (const each of all) {
    const own = shops.get(each.shop);
    if (own) own.push(each);
    else shops.set(each.shop, [each]);
  }
  return [...shops].sort(([one], [other]) => (one < other ? -1 : 1));
}
