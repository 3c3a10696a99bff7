import { sql, type Kysely } from 'kysely';
import type { OutboxTable } from './outbox-tables.ts';
import type { Database } from './schema.ts';

/** What may be sent now: due, first of its object, and nothing else of its object on its way. */
export const claimable = (
  db: Kysely<Database>,
  endpoint: { shop: string; url: string },
  now: string,
) =>
  db
    .selectFrom('outbox as next')
    .select('next.id')
    .where('next.shop_id', '=', endpoint.shop)
    .where('next.url', '=', endpoint.url)
    .where('next.state', 'in', ['pending', 'sending'])
    .where('next.due_at', '<=', now)
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('outbox as other')
            .select(sql<number>`1`.as('one'))
            .whereRef('other.shop_id', '=', 'next.shop_id')
            .whereRef('other.url', '=', 'next.url')
            .whereRef('other.kind', '=', 'next.kind')
            .whereRef('other.object_id', '=', 'next.object_id')
            .where((or) =>
              or.or([
                or.and([
                  or('other.turn', '<', or.ref('next.turn')),
                  or('other.state', 'in', ['pending', 'sending']),
                ]),
                // a later one goes out while this one is replayed
                or.and([or('other.state', '=', 'sending'), or('other.due_at', '>', now)]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('next.due_at')
    .orderBy('next.turn');

/**
 * Those behind it cannot go before it: nobody need look at them until it is due, nor wait any longer
 * once it is over.
 */
export const moveLater = (
  tx: Kysely<Database>,
  row: Pick<OutboxTable, 'shop_id' | 'url' | 'kind' | 'object_id' | 'turn'>,
  [when, at]: ['<' | '>', string],
) =>
  tx
    .updateTable('outbox')
    .set({ due_at: at })
    .where('shop_id', '=', row.shop_id)
    .where('url', '=', row.url)
    .where('kind', '=', row.kind)
    .where('object_id', '=', row.object_id)
    .where('turn', '>', row.turn)
    .where('state', '=', 'pending')
    .where('due_at', when, at)
    .execute();
