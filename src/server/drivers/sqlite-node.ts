import type { SyncDb } from '../../backend/storage/dialect.ts';

/** The part of node:sqlite that is used; the types of Node 20 do not know it. */
export interface NodeSqlite {
  DatabaseSync: new (file: string) => {
    exec(sql: string): void;
    close(): void;
    prepare(sql: string): {
      columns?(): unknown[];
      all(...parameters: unknown[]): unknown[];
      run(...parameters: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    };
  };
}

/** Node's own SQLite, or undefined where the runtime has none that says which statements read (before 22.16). */
export function nodeSqlite(
  // the getter exists since 22.3, the module without a flag since 22.13
  module = process.getBuiltinModule?.('node:sqlite' as 'node:fs') as unknown as
    | NodeSqlite
    | undefined,
): ((file: string) => SyncDb) | undefined {
  if (!module?.DatabaseSync || !tellsReaders(module)) return undefined;
  return (file) => open(module, file);
}

/** Without its columns a query would be taken for a write, and answer nothing. */
function tellsReaders({ DatabaseSync }: NodeSqlite): boolean {
  const db = new DatabaseSync(':memory:');
  try {
    return db.prepare('select 1').columns !== undefined;
  } finally {
    db.close();
  }
}

function open({ DatabaseSync }: NodeSqlite, file: string): SyncDb {
  const db = new DatabaseSync(file);
  return {
    exec: (sql) => db.exec(sql),
    close: () => db.close(),
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        reader: (statement.columns?.() ?? []).length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
      };
    },
  };
}
