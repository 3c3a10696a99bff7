import { sql, type Kysely } from 'kysely';
import { engineOf } from '../dialect.ts';

/** Rows of the index, then how many of them share its first column, its first two, … */
const figures: [index: string, figures: string][] = [
  ['sqlite_autoindex_orders_1', '1000000 1000000 1'],
  ['orders_by_customer', '1000000 1000000 10 1 1'],
  ['orders_by_year', '1000000 1000000 10 5'],
  ['orders_by_number', '1000000 1000000 1 1'],
  ['orders_by_email', '1000000 1000000 10 1'],
  ['orders_by_phone', '1000000 1000000 10 1'],
  ['orders_by_time', '1000000 1000000 1 1'],
];

/**
 * SQLite takes it that ten orders are a shop's, until it is told: it would rather walk all of them by
 * their time than sort the two of one number. Postgres counts by itself.
 * https://sqlite.org/optoverview.html#manual_control_of_query_plans_using_sqlite_stat_tables
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'postgres') return;
  // makes the table of figures
  await sql`analyze orders`.execute(db);
  await sql`delete from sqlite_stat1 where tbl = 'orders'`.execute(db);
  for (const [index, told] of figures)
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values ('orders', ${index}, ${told})`.execute(
      db,
    );
  // read anew by the connection that is open
  await sql`analyze sqlite_master`.execute(db);
}
