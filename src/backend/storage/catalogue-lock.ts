import type { Kysely, RawBuilder } from 'kysely';
import { hold, holds } from './dialect.ts';
import type { Database } from './schema.ts';

export const catalogueLock = (shop: string): string => `catalogue of ${shop}`;

/**
 * One who puts rows in place of others has the shop's catalogue alone until the transaction ends:
 * news that came between reading and replacing would be lost, and two would make one row twice.
 */
export const holdCatalogue = (tx: Kysely<Database>, shop: string): Promise<void> =>
  hold(tx, catalogueLock(shop));

/** Many may add to rows that stay, each holding its own, as long as nobody replaces them. */
export const shareCatalogue = (tx: Kysely<Database>, shop: string): Promise<void> =>
  hold(tx, catalogueLock(shop), 'shared');

/** The same as a condition that holds, in a statement that is made anyway: of a `catalogueLock()`. */
export const sharesCatalogue = (
  db: Kysely<Database>,
  lock: RawBuilder<string>,
): RawBuilder<boolean> => holds(db, lock, 'shared');
