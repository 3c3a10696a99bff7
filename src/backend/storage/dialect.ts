import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type RawBuilder,
  type SelectQueryBuilder,
  type TransactionSettings,
} from 'kysely';

/** This file alone knows which engine is underneath. */
export type Engine = 'sqlite' | 'postgres';

/** One synchronous connection, whoever made it: libsql, node:sqlite or wasm. */
export interface SyncDb {
  exec(sql: string): void;
  prepare(sql: string): SyncStatement;
  close(): void;
}
export interface SyncStatement {
  /** True when it answers rows. */
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): {
    changes: number | bigint;
    lastInsertRowid: number | bigint;
  };
  finalize?(): void;
}

/** A transaction, or the database itself; a store's functions take either. */
export type Connection<Tables> = Kysely<Tables>;

/** Kysely over one connection of the SQLite family. */
export const sqliteDatabase = <Tables>(db: SyncDb): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteFamily(db) });

class SqliteFamily extends SqliteDialect {
  readonly #database: ReturnType<typeof guarded>;
  constructor(db: SyncDb) {
    const database = guarded(db);
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
  override createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter();
  }
}

/** A deferred transaction that starts to write may find the database locked and cannot wait. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const CACHED_STATEMENTS = 200;

/** Statements prepared once (Kysely prepares anew each time), values looked at before they are bound. */
function guarded(db: SyncDb) {
  const statements = new Map<string, ReturnType<typeof guardedStatement>>();
  return {
    close() {
      for (const statement of statements.values()) statement.finalize();
      statements.clear();
      db.close();
    },
    prepare(text: string) {
      let statement = statements.get(text);
      if (!statement) {
        if (statements.size >= CACHED_STATEMENTS) {
          const [oldest, unused] = statements.entries().next().value!;
          statements.delete(oldest);
          unused.finalize();
        }
        statement = guardedStatement(db.prepare(text));
        statements.set(text, statement);
      }
      return statement;
    },
  };
}

function guardedStatement(statement: SyncStatement) {
  return {
    // asked once: libsql goes into native code for it
    reader: statement.reader,
    all: (parameters: readonly unknown[]) => statement.all(bindable(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(bindable(parameters)),
    iterate: (parameters: readonly unknown[]) =>
      statement.all(bindable(parameters))[Symbol.iterator](),
    finalize: () => statement.finalize?.(),
  };
}

/** libsql aborts the whole process on a bound boolean; text is cut at NUL; NaN becomes NULL. */
function bindable(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters)
    if (!isBindable(value)) throw new TypeError(`A ${typeof value} cannot be stored as it is`);
  return parameters;
}
const isBindable = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && !value.includes('\0')) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) ||
  value instanceof Uint8Array;

export const engineOf = <Tables>(db: Connection<Tables>): Engine =>
  db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';

/** Column types for migrations. `key` is text compared byte by byte, whatever the locale. */
export function typesOf<Tables>(db: Connection<Tables>): {
  key: RawBuilder<unknown>;
  text: RawBuilder<unknown>;
  int: RawBuilder<unknown>;
  /** What ends a create table. */
  strict: RawBuilder<unknown>;
} {
  const postgres = engineOf(db) === 'postgres';
  return {
    key: postgres ? sql`text collate "C"` : sql`text`,
    text: sql`text`,
    int: postgres ? sql`bigint` : sql`integer`,
    strict: postgres ? sql`` : sql`strict`,
  };
}

/** Holds the rows read until the transaction ends. SQLite has one writer anyway. */
export const forUpdate = <Tables, T extends keyof Tables, Row>(
  db: Connection<Tables>,
  query: SelectQueryBuilder<Tables, T, Row>,
): SelectQueryBuilder<Tables, T, Row> => (engineOf(db) === 'postgres' ? query.forUpdate() : query);

/** As forUpdate(), but rows that somebody else holds are left to them. */
export const forUpdateSkipLocked = <Tables, T extends keyof Tables & string, Row>(
  db: Connection<Tables>,
  query: SelectQueryBuilder<Tables, T, Row>,
): SelectQueryBuilder<Tables, T, Row> =>
  engineOf(db) === 'postgres' ? query.forUpdate().skipLocked() : query;

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
