import {
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  sql,
  type AliasedRawBuilder,
  type RawBuilder,
  type SelectQueryBuilder,
} from 'kysely';
import { jsonArrayFrom as postgresRows } from 'kysely/helpers/postgres';
import { jsonArrayFrom as sqliteRows } from 'kysely/helpers/sqlite';
import type { Alone, Disk } from './durability.ts';
import { withNamedStatements, type RawPool } from './named-statements.ts';
import { SqliteFamily, type SyncDb } from './sqlite-family.ts';

export type { Alone, Disk, SyncDb };

/** This file alone knows which engine is underneath. */
export type Engine = 'sqlite' | 'postgres';

/** What a driver opened: one connection of the SQLite family, or a pool of Postgres. */
export type RawDatabase = SyncDb | RawPool;

/** A transaction, or the database itself; a store's functions take either. */
export type Connection<Tables> = Kysely<Tables>;

/** Kysely over what a driver opened. */
export const databaseOver = <Tables>(raw: RawDatabase): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect:
      'connect' in raw
        ? new PostgresDialect({ pool: withNamedStatements(raw) })
        : new SqliteFamily(raw),
  });

export const engineOf = <Tables>(db: Connection<Tables>): Engine =>
  db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';

/** Column types for migrations. `key` is text compared byte by byte, whatever the locale. */
export function typesOf<Tables>(db: Connection<Tables>): {
  key: RawBuilder<unknown>;
  text: RawBuilder<unknown>;
  int: RawBuilder<unknown>;
  blob: RawBuilder<unknown>;
  /** What ends a create table. */
  strict: RawBuilder<unknown>;
} {
  const postgres = engineOf(db) === 'postgres';
  return {
    key: postgres ? sql`text collate "C"` : sql`text`,
    text: sql`text`,
    int: postgres ? sql`bigint` : sql`integer`,
    blob: postgres ? sql`bytea` : sql`blob`,
    strict: postgres ? sql`` : sql`strict`,
  };
}

/**
 * Holds the rows read until the transaction ends; of a join those of one table, if it is named.
 * SQLite has one writer anyway.
 */
export const forUpdate = <Tables, T extends keyof Tables & string, Row>(
  db: Connection<Tables>,
  query: SelectQueryBuilder<Tables, T, Row>,
  of?: T,
): SelectQueryBuilder<Tables, T, Row> =>
  engineOf(db) === 'postgres' ? query.forUpdate(of as never) : query;

/** As forUpdate(), but rows that somebody else holds are left to them. */
export const forUpdateSkipLocked = <Tables, T extends keyof Tables & string, Row>(
  db: Connection<Tables>,
  query: SelectQueryBuilder<Tables, T, Row>,
  of?: T,
): SelectQueryBuilder<Tables, T, Row> =>
  engineOf(db) === 'postgres' ? query.forUpdate(of as never).skipLocked() : query;

/** The same at the end of a select that is written by hand. */
export const skipLocked = <Tables>(db: Connection<Tables>): RawBuilder<unknown> =>
  engineOf(db) === 'postgres' ? sql`for update skip locked` : sql``;

/**
 * Until the transaction ends nobody else has the thing of this name; `shared` keeps out only those
 * who want it alone. For what no single row stands for: a contact nobody has yet, say. In SQLite a
 * transaction that writes is alone anyway.
 */
export async function hold<Tables>(
  tx: Connection<Tables>,
  name: string,
  how: 'alone' | 'shared' = 'alone',
): Promise<void> {
  if (engineOf(tx) === 'sqlite') return;
  await sql`select ${lockOn(sql`${name}`, how)}`.execute(tx);
}

/** The same as a condition that holds, for a statement that is made anyway. */
export const holds = <Tables>(
  db: Connection<Tables>,
  name: RawBuilder<string>,
  how: 'alone' | 'shared',
): RawBuilder<boolean> =>
  engineOf(db) === 'postgres' ? sql`${lockOn(name, how)} is not null` : sql`true`;

const lockOn = (name: RawBuilder<unknown>, how: 'alone' | 'shared'): RawBuilder<unknown> => {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  return sql`${lock}(hashtextextended(${name}, 0))`;
};

/** Does `work` while no other process does work of this name; it may take any connection. */
export async function alone<Tables, Result>(
  db: Kysely<Tables>,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (engineOf(db) === 'sqlite') return work();
  return db.connection().execute(async (own) => {
    await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(own);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(own);
    }
  });
}

/** The rows of a query, in its order, as the text of one JSON array of objects. */
export const jsonRows = <Tables, Row>(
  db: Connection<Tables>,
  rows: Parameters<typeof sqliteRows<Row>>[0],
): RawBuilder<string> =>
  engineOf(db) === 'postgres'
    ? sql<string>`${postgresRows(rows)}::text`
    : sql<string>`${sqliteRows(rows)}`;

/** Whether a column is one of the texts of a JSON array. */
export const isAmong = <Tables>(
  db: Connection<Tables>,
  column: string,
  array: RawBuilder<string>,
): RawBuilder<boolean> =>
  engineOf(db) === 'postgres'
    ? // an array keeps it at its indexes: of a query's rows it takes it that there are a hundred
      sql`${sql.ref(column)} = any(array(select json_array_elements_text(${array}::json)))`
    : sql`${sql.ref(column)} in (select value from json_each(${array}))`;

/** The objects of a JSON array as the table `told`, of these columns: texts, or null. */
export function toldRows<Row extends object, Tables>(
  db: Connection<Tables>,
  array: RawBuilder<string>,
  columns: readonly (keyof Row & string)[],
): AliasedRawBuilder<Row, 'told'> {
  if (engineOf(db) === 'postgres') {
    const texts = columns.map((column) => sql`${sql.ref(column)} text`);
    return sql<Row>`json_to_recordset(${array}::json)`.as<'told'>(sql`told(${sql.join(texts)})`);
  }
  const texts = columns.map((column) => sql`value ->> ${sql.lit(column)} as ${sql.ref(column)}`);
  return sql<Row>`(select ${sql.join(texts)} from json_each(${array}))`.as('told');
}

/** A column's texts as one, a line each; null of no rows. */
export const joinedTexts = <Tables>(
  db: Connection<Tables>,
  column: string,
): RawBuilder<string | null> =>
  engineOf(db) === 'postgres'
    ? sql`string_agg(${sql.ref(column)}, ${sql.lit('\n')})`
    : sql`group_concat(${sql.ref(column)}, ${sql.lit('\n')})`;

/**
 * A condition that holds. With it a statement's commit does not wait for the disk on Postgres: for
 * rows that may go with a power cut.
 */
export const leavesDiskForLater = <Tables>(db: Connection<Tables>): RawBuilder<boolean> =>
  engineOf(db) === 'postgres'
    ? sql`set_config('synchronous_commit', 'off', true) = 'off'`
    : sql`true`;

export const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** Both engines stop a little above this many parameters in a statement. */
const MAX_PARAMETERS = 30_000;

/** Rows in pieces that fit one insert. */
export function* chunks<Row extends object>(rows: readonly Row[]): Generator<Row[]> {
  const width = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const size = Math.floor(MAX_PARAMETERS / width);
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** Why a statement was refused, whoever refused it. */
export function failureOf(error: unknown): 'unique' | 'foreign' | 'busy' | 'other' {
  const { code, errcode, rawCode, resultCode, message } = (error ?? {}) as Record<string, unknown>;
  const name = typeof code === 'string' ? code : '';
  const number = Number(rawCode ?? resultCode ?? errcode ?? 0);
  const text = typeof message === 'string' ? message : '';
  if (name === '23505' || [2067, 1555].includes(number) || /UNIQUE constraint failed/.test(text))
    return 'unique';
  if (name === '23503' || number === 787 || /FOREIGN KEY constraint failed/.test(text))
    return 'foreign';
  if (
    ['40001', '40P01', '55P03'].includes(name) ||
    (number & 255) === 5 ||
    /database is locked/.test(text)
  )
    return 'busy';
  return 'other';
}
