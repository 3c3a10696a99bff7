import { sql, type Kysely } from 'kysely';
import type { OutboxEntry, OutboxStore } from '../ports.ts';
import { dueEndpoints } from './due-endpoints.ts';
import { claimable, moveLater } from './outbox-order.ts';
import { dropped, replayed } from './outbox-over.ts';
import type { OutboxTable } from './outbox-tables.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

/** Deliveries to the shop's own systems. A row is claimed by one statement, whoever else tries. */
export function createOutboxStore(db: Kysely<Database>): OutboxStore {
  return {
    due: (now, most) => dueEndpoints(db, now, most),

    async claim({ shop, url }, { now, until, most }) {
      return (
        db
          .with('free', () => claimable(db, { shop, url }, now, most))
          .updateTable('outbox')
          .set((it) => ({ state: 'sending', due_at: until, attempts: it('attempts', '+', 1) }))
          .where('id', 'in', (it) => it.selectFrom('free').select('free.id'))
          // asked again: somebody else may have taken it between the two
          .where('due_at', '<=', now)
          .returning(['id', 'type', 'body', 'attempts'])
          .execute()
      );
    },

    settle: (id, lease, { state, now, until, result }) =>
      db.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('outbox')
          .set({
            ...{ state, result },
            ...(state === 'pending'
              ? { due_at: until }
              : // of somebody who was erased meanwhile it is to be forgotten at once
                { due_at: null, forget_at: sql<string>`coalesce(forget_at, ${until})` }),
          })
          .where('id', '=', id)
          .where('state', '=', 'sending')
          .where('due_at', '=', lease)
          .returning(['shop_id', 'url', 'kind', 'object_id', 'turn'])
          .executeTakeFirst();
        if (!row) return false;
        await moveLater(tx, row, state === 'pending' ? ['<', until] : ['>', now]);
        return true;
      }),

    async release(now) {
      const released = await db
        .updateTable('outbox')
        .set({ state: 'pending', due_at: now })
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return Number(released.numUpdatedRows);
    },

    async list({ state, most }) {
      let query = db
        .selectFrom('outbox')
        .select(listed)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(most);
      if (state !== undefined) query = query.where('state', '=', state);
      return (await query.execute()).map(entryOf);
    },

    async counts() {
      const rows = await db
        .selectFrom('outbox')
        .select(['state', (it) => it.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      const counts = { pending: 0, sending: 0, delivered: 0, dead: 0 };
      for (const { state, count } of rows) counts[state] = Number(count);
      return counts;
    },

    async backlog() {
      const rows = await db
        .selectFrom('outbox')
        .select((it) => [
          'state',
          it.fn.countAll<number>().as('count'),
          it.fn.min('created_at').as('since'),
        ])
        .where('state', 'in', ['pending', 'sending', 'dead'])
        .groupBy('state')
        .execute();
      const dead = rows.find(({ state }) => state === 'dead');
      const waiting = rows.filter((row) => row !== dead);
      const [since] = waiting.map((row) => row.since).toSorted();
      return {
        waiting: waiting.reduce((sum, { count }) => sum + Number(count), 0),
        ...(since !== undefined && { since }),
        dead: Number(dead?.count ?? 0),
      };
    },

    replay: (which, now) => replayed(db, which, now),
    drop: (which) => dropped(db, which),

    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'outbox', key: ['id'], where: sql`forget_at <= ${now} and due_at is null` },
        signal,
      ),
  };
}

/** Without the body: it is long, and nobody is shown it. */
const listed = [
  ...(['id', 'shop_id', 'url', 'type', 'object_id', 'state'] as const),
  ...(['attempts', 'created_at', 'due_at', 'result'] as const),
] as const;

const entryOf = (row: Pick<OutboxTable, (typeof listed)[number]>): OutboxEntry => ({
  id: row.id,
  shop: row.shop_id,
  url: row.url,
  type: row.type,
  object: row.object_id,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  ...(row.due_at !== null && { dueAt: row.due_at }),
  ...(row.result !== null && { result: row.result }),
});
