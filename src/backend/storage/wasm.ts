import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import type { SyncDb } from './dialect.ts';

type Sqlite3 = Awaited<ReturnType<typeof sqlite3InitModule>>;

/** SQLite in the page's memory, for the mock. `bytes` is what export() gave. */
export interface WasmDb extends SyncDb {
  export(): Uint8Array;
}

export async function openWasm(bytes?: Uint8Array): Promise<WasmDb> {
  const sqlite3 = await sqlite3InitModule();
  // a failed statement throws; its SQL need not stand in the page's console as well
  sqlite3.config.warn = () => undefined;
  const db = new sqlite3.oo1.DB(':memory:', 'c');
  if (bytes) fill(sqlite3, db, bytes);
  db.exec('pragma foreign_keys = on');
  return {
    exec: (sql) => void db.exec(sql),
    close: () => db.close(),
    export: () => sqlite3.capi.sqlite3_js_db_export(db),
    prepare(sql) {
      const statement = db.prepare(sql);
      const rows = (parameters: readonly unknown[]): unknown[] => {
        const found: unknown[] = [];
        try {
          if (parameters.length) statement.bind(parameters as never);
          while (statement.step()) found.push(statement.get({}));
          return found;
        } finally {
          statement.reset(true);
        }
      };
      return {
        reader: statement.columnCount > 0,
        all: rows,
        run(parameters) {
          rows(parameters);
          return {
            changes: db.changes(),
            lastInsertRowid: sqlite3.capi.sqlite3_last_insert_rowid(db.pointer!),
          };
        },
        finalize: () => void statement.finalize(),
      };
    },
  };
}

/** Puts an exported database in place of the empty one. */
function fill(sqlite3: Sqlite3, db: InstanceType<Sqlite3['oo1']['DB']>, bytes: Uint8Array): void {
  const { capi, wasm } = sqlite3;
  const pointer = wasm.allocFromTypedArray(bytes);
  const result = capi.sqlite3_deserialize(
    db.pointer!,
    'main',
    pointer,
    bytes.byteLength,
    bytes.byteLength,
    capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE,
  );
  db.checkRc(result);
}
