import sqlite3InitModule, { type BindableValue, type Database } from '@sqlite.org/sqlite-wasm';
import type { SyncDb, SyncStatement } from '../backend/storage/dialect.ts';

type Sqlite = Awaited<ReturnType<typeof sqlite3InitModule>>;

/** SQLite in the page's memory. */
export interface WasmDb extends SyncDb {
  /** Grows with every row written: equal before and after means nothing to save. */
  writes(): number;
  /** The whole database as a file. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** A new database, or the one that these bytes are. */
export async function openWasm(bytes?: Uint8Array): Promise<WasmDb> {
  const sqlite = await sqlite3InitModule();
  const db = new sqlite.oo1.DB(':memory:', 'c');
  if (bytes) deserialize(sqlite, db, bytes);
  db.exec('pragma foreign_keys = on');
  return {
    exec: (text) => void db.exec(text),
    prepare: (text) => prepare(sqlite, db, text),
    close: () => db.close(),
    writes: () => Number(db.changes(true)),
    bytes: () => sqlite.capi.sqlite3_js_db_export(db),
  };
}

function deserialize({ wasm, capi }: Sqlite, db: Database, bytes: Uint8Array): void {
  const memory = wasm.allocFromTypedArray(bytes);
  const size = bytes.byteLength;
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  db.checkRc(capi.sqlite3_deserialize(db, 'main', memory, size, size, flags));
}

function prepare({ capi }: Sqlite, db: Database, text: string): SyncStatement {
  const statement = db.prepare(text);
  const all = (parameters: readonly unknown[]) => {
    const rows: unknown[] = [];
    try {
      // The storage lets nothing through that SQLite cannot take.
      if (parameters.length > 0) statement.bind(parameters as readonly BindableValue[]);
      while (statement.step()) rows.push(statement.get({}));
    } finally {
      statement.reset(true);
    }
    return rows;
  };
  return {
    get reader() {
      return statement.columnCount > 0;
    },
    all,
    run(parameters) {
      all(parameters);
      return {
        changes: Number(db.changes()),
        lastInsertRowid: capi.sqlite3_last_insert_rowid(db),
      };
    },
    finalize: () => void statement.finalize(),
  };
}
