import {
  SelectQueryNode,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type TransactionSettings,
} from 'kysely';
import { createDurability, type Disk } from './durability.ts';

/**
 * One connection, one turn after the other: a statement or a transaction. A turn is over for others
 * once it has committed, and for who took it once all that it can have seen lies on the disk. So
 * many share one flush, each still fails alone, and nobody is told what a power cut could undo.
 */
export class SqliteTurns extends SqliteDriver {
  readonly #database: SqliteDatabase;
  readonly #durability: ReturnType<typeof createDurability> | undefined;
  #last: Promise<void> = Promise.resolve();
  #free: () => void = () => undefined;
  #mayHaveWritten = false;

  /** Without a `disk` a commit is all there is to wait for. */
  constructor(database: SqliteDatabase, disk: Disk | undefined) {
    super({ database });
    this.#database = database;
    this.#durability = disk && createDurability(disk);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let free = () => {};
    this.#last = new Promise((done) => (free = done));
    await before;
    this.#free = free;
    this.#mayHaveWritten = false;
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => {
        this.#mayHaveWritten ||= !SelectQueryNode.is(query.query);
        return connection.executeQuery(query);
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  /** A deferred transaction that starts to write may find the database locked and cannot wait. */
  override async beginTransaction(_: DatabaseConnection, settings?: TransactionSettings) {
    this.#run(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }
  override async commitTransaction() {
    this.#run('commit');
  }
  override async rollbackTransaction() {
    this.#run('rollback');
  }
  #run(sql: string): void {
    this.#database.prepare(sql).run([]);
  }

  override async releaseConnection() {
    if (this.#mayHaveWritten) this.#durability?.wrote();
    this.#free();
    await this.#durability?.done();
  }

  override async destroy() {
    try {
      await this.#durability?.done();
    } finally {
      await super.destroy();
    }
  }
}
