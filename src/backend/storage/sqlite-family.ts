import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type TransactionSettings,
} from 'kysely';
import { bindable } from './bindable.ts';

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

/** Kysely's dialect for any of them. */
export class SqliteFamily extends SqliteDialect {
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
