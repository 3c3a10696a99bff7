import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Database } from './schema.ts';

type Endpoint = { shop_id: string; url: string };
type Walk = ExpressionBuilder<Database & { endpoints: Endpoint }, 'endpoints'>;

/**
 * Endpoints that have something due, the longest waiting first. The index leads from each endpoint to
 * the next one, and to its oldest due row: however long one's line is, it is neither read nor in
 * anybody's way.
 */
export const dueEndpoints = (
  db: Kysely<Database>,
  now: string,
  most: number,
): Promise<{ shop: string; url: string; since: string }[]> =>
  db
    .withRecursive('endpoints(shop_id, url)', (it) =>
      it
        .selectFrom((of) =>
          of
            .selectFrom('outbox')
            .select(['shop_id', 'url'])
            .orderBy('shop_id')
            .orderBy('url')
            .limit(1)
            .as('first'),
        )
        .select(['first.shop_id', 'first.url'])
        // most of the time there is nothing to be walked for
        .where(earliestDue(db, now), 'is not', null)
        .unionAll((of) =>
          of
            .selectFrom('endpoints')
            .innerJoin('outbox as next', (join) =>
              join.on('next.id', '=', (row) => row.fn.coalesce(inThisShop(row), inTheNext(row))),
            )
            .select(['next.shop_id', 'next.url']),
        ),
    )
    .selectFrom('endpoints')
    .innerJoin('outbox as oldest', (join) =>
      join.on('oldest.id', '=', (row) => oldestDue(row, now)),
    )
    .select((it) => [
      ...(['oldest.shop_id as shop', 'oldest.url'] as const),
      // the join asks for one that is due
      it.ref('oldest.due_at').$notNull().as('since'),
    ])
    .orderBy('oldest.due_at')
    .limit(most)
    .execute();

// in its order, or Postgres may look for any, row by row
const earliestDue = (db: Kysely<Database>, now: string) =>
  db
    .selectFrom('outbox')
    .select('outbox.due_at')
    .where('outbox.due_at', '<=', now)
    .orderBy('outbox.due_at')
    .limit(1);

// two steps, each along the index: SQLite reads a whole shop for `(shop_id, url) > (…)`
const inThisShop = (walk: Walk) =>
  walk
    .selectFrom('outbox as after')
    .select('after.id')
    .whereRef('after.shop_id', '=', 'endpoints.shop_id')
    .whereRef('after.url', '>', 'endpoints.url')
    .orderBy('after.url')
    .limit(1);

const inTheNext = (walk: Walk) =>
  walk
    .selectFrom('outbox as after')
    .select('after.id')
    .whereRef('after.shop_id', '>', 'endpoints.shop_id')
    .orderBy('after.shop_id')
    .orderBy('after.url')
    .limit(1);

const oldestDue = (walk: Walk, now: string) =>
  walk
    .selectFrom('outbox as due')
    .select('due.id')
    .whereRef('due.shop_id', '=', 'endpoints.shop_id')
    .whereRef('due.url', '=', 'endpoints.url')
    .where('due.due_at', '<=', now)
    .orderBy('due.due_at')
    .limit(1);
