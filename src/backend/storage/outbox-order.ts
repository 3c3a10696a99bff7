import { sql, type Kysely } from 'kysely';
import { forUpdateSkipLocked } from './dialect.ts';
import type { OutboxTable } from './outbox-tables.ts';
import type { Database } from './schema.ts';

/**
 * What may be sent now: due, first of its object, and nothing else of its object on its way. What
 * somebody else is about to take is left to them.
 */
export const claimable = (
  db: Kysely<Database>,
  endpoint: { shop: string; url: string },
  now: string,
  most: number,
) =>
  forUpdateSkipLocked(
    db,
    db
      .selectFrom('outbox')
      .select('outbox.id')
      .where('outbox.shop_id', '=', endpoint.shop)
      .where('outbox.url', '=', endpoint.url)
      .where('outbox.due_at', '<=', now)
      .where((it) =>
        it.not(
          it.exists(
            it
              .selectFrom('outbox as other')
              .select(sql<number>`1`.as('one'))
              .whereRef('other.shop_id', '=', 'outbox.shop_id')
              .whereRef('other.url', '=', 'outbox.url')
              .whereRef('other.kind', '=', 'outbox.kind')
              .whereRef('other.object_id', '=', 'outbox.object_id')
              // it is not over
              .where('other.due_at', '>', '')
              .where((or) =>
                or.or([
                  or('other.turn', '<', or.ref('outbox.turn')),
                  // a later one goes out while this one is replayed
                  or.and([or('other.state', '=', 'sending'), or('other.due_at', '>', now)]),
                ]),
              ),
          ),
        ),
      )
      .orderBy('outbox.due_at')
      .orderBy('outbox.turn')
      .limit(most),
  );

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
