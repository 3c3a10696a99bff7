import Libsql from 'libsql';
import type { SyncDb } from '../../backend/storage/dialect.ts';

/** SQLite for a Node without its own: prebuilt, from npm. */
export function openLibsql(file: string): SyncDb {
  const db = new Libsql(file);
  return {
    exec: (sql) => void db.exec(sql),
    close: () => void db.close(),
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => statement.run(parameters),
      };
    },
  };
}
