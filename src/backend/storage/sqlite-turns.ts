import {
  SelectQueryNode,
  SqliteDriver,
  type CompiledQuery,
  type DatabaseConnection,
  type SqliteDatabase,
  type TransactionSettings,
} from 'kysely';
import { createDurability, type Disk } from './durability.ts';
import { createGroup, type Group } from './sqlite-group.ts';

/**
 * One connection, one turn after the other: a statement or a transaction. While others wait, those
 * that write share one commit, each under a savepoint of its own, and so fail alone. A turn is over
 * for who took it once all that it can have seen is committed and lies on the disk, by one flush for
 * many. So nobody is told what a power cut could undo.
 */
export class SqliteTurns extends SqliteDriver {
  readonly #database: SqliteDatabase;
  readonly #disk: Disk | undefined;
  readonly #durability: ReturnType<typeof createDurability> | undefined;
  #last: Promise<void> = Promise.resolve();
  #free: () => void = () => undefined;
  #waiting = 0;
  #group: Group | undefined;
  /** Of the turn that is taken. */
  #turn = newTurn();

  /** Without a `disk` a commit is all there is to wait for. */
  constructor(database: SqliteDatabase, disk: Disk | undefined) {
    super({ database });
    this.#database = database;
    this.#disk = disk;
    this.#durability = disk && createDurability(disk);
    disk?.lend?.((work) => this.#alone(work));
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let free = () => {};
    this.#last = new Promise((done) => (free = done));
    this.#waiting += 1;
    await before;
    this.#waiting -= 1;
    this.#free = free;
    this.#turn = newTurn();
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => this.#execute(connection, query),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  async #execute<Row>(connection: DatabaseConnection, query: CompiledQuery) {
    const turn = this.#turn;
    if (!SelectQueryNode.is(query.query)) {
      turn.mayHaveWritten = true;
      if (!turn.transaction && this.#isShared) {
        this.#run('begin immediate');
        this.#group = createGroup();
      }
    }
    try {
      return await connection.executeQuery<Row>(query);
    } catch (error) {
      turn.hasFailed = true;
      throw error;
    }
  }

  /** A deferred transaction that starts to write may find the database locked and cannot wait. */
  override async beginTransaction(_: DatabaseConnection, settings?: TransactionSettings) {
    if (this.#group) this.#run('savepoint turn');
    else this.#run(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate');
    this.#turn.transaction = this.#group ? 'savepoint' : 'own';
  }
  override async commitTransaction() {
    if (this.#turn.transaction === 'savepoint') this.#run('release turn');
    else if (this.#turn.mayHaveWritten && this.#isShared) this.#group = createGroup();
    else this.#run('commit');
  }
  override async rollbackTransaction() {
    if (this.#turn.transaction === 'own') return this.#run('rollback');
    this.#run('rollback to turn');
    this.#run('release turn');
  }

  override async releaseConnection() {
    const [free, group, turn] = [this.#free, this.#group, this.#turn];
    const pause = this.#waiting > 0 ? this.#disk?.pause() : undefined;
    // what failed may have undone the whole transaction: its commit tells
    const isEnd = turn.hasFailed || this.#waiting === 0 || pause !== undefined;
    if (group && isEnd) group.end(() => this.#commit());
    if (isEnd) this.#group = undefined;
    if (group ? isEnd : turn.mayHaveWritten) this.#durability?.wrote();
    if (pause) void pause.then(free);
    else free();
    await group?.over;
    await this.#durability?.done();
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    await this.acquireConnection();
    try {
      const group = this.#group;
      this.#group = undefined;
      group?.end(() => this.#commit());
      if (group) this.#durability?.wrote();
      await work();
    } finally {
      await this.releaseConnection();
    }
  }

  override async destroy() {
    try {
      await this.#durability?.done();
    } finally {
      await super.destroy();
    }
  }

  /** Whether a turn that writes leaves its commit to those who wait. */
  get #isShared(): boolean {
    return this.#disk !== undefined && !this.#group && this.#waiting > 0;
  }
  #commit(): void {
    try {
      this.#run('commit');
    } catch (error) {
      this.#undo();
      throw error;
    }
  }
  /** After a failure SQLite may have done it by itself. */
  #undo(): void {
    try {
      this.#run('rollback');
    } catch {
      return;
    }
  }
  #run(sql: string): void {
    this.#database.prepare(sql).run([]);
  }
}

const newTurn = () => ({
  transaction: undefined as 'own' | 'savepoint' | undefined,
  mayHaveWritten: false,
  hasFailed: false,
});
