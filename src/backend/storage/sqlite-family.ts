import { SqliteAdapter, SqliteDialect, type DialectAdapter, type Driver } from 'kysely';
import { bindable } from './bindable.ts';
import type { Disk } from './durability.ts';
import { SqliteTurns } from './sqlite-turns.ts';

/** One synchronous connection, whoever made it: libsql, node:sqlite or wasm. */
export interface SyncDb {
  exec(sql: string): void;
  prepare(sql: string): SyncStatement;
  /** Left out where a commit itself sees to the disk, or there is none. */
  disk?: Disk;
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
  readonly #disk: Disk | undefined;
  constructor(db: SyncDb) {
    const database = guarded(db);
    super({ database });
    this.#database = database;
    this.#disk = db.disk;
  }
  override createDriver(): Driver {
    return new SqliteTurns(this.#database, this.#disk);
  }
  override createAdapter(): DialectAdapter {
    return new SqliteFamilyAdapter();
  }
}

class SqliteFamilyAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  /** The driver itself gives out its one connection, in turns. */
  override get supportsMultipleConnections(): boolean {
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
