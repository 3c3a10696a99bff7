import type { Kysely } from 'kysely';
import { hold } from './dialect.ts';
import type { Database } from './schema.ts';

const lockOf = (shop: string): string => `catalogue of ${shop}`;

/**
 * One who puts rows in place of others has the shop's catalogue alone until the transaction ends:
 * news that came between reading and replacing would be lost, and two would make one row twice.
 */
export const holdCatalogue = (tx: Kysely<Database>, shop: string): Promise<void> =>
  hold(tx, lockOf(shop));

/** Many may add to rows that stay, each holding its own, as long as nobody replaces them. */
export const shareCatalogue = (tx: Kysely<Database>, shop: string): Promise<void> =>
  hold(tx, lockOf(shop), 'shared');
