import type { SyncDb } from '../../backend/storage/dialect.ts';

/** The part of node:sqlite that is used; the types of Node 20 do not know it. */
interface NodeSqlite {
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

/** Node's own SQLite, or undefined where the runtime has none (before 22.13). */
export function nodeSqlite(): ((file: string) => SyncDb) | undefined {
  // the getter exists since 22.3, the module without a flag since 22.13, columns() since 22.16
  const module = process.getBuiltinModule?.('node:sqlite' as 'node:fs') as unknown as
    | NodeSqlite
    | undefined;
  if (!module?.DatabaseSync) return undefined;
  return (file) => open(module, file);
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
