import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawDatabase, SyncDb } from '../../src/backend/storage/dialect.ts';
import { openWasm } from '../../src/backend/storage/wasm.ts';
import { openLibsql } from '../../src/server/drivers/sqlite-libsql.ts';
import { openPostgres } from '../../src/server/drivers/postgres.ts';
import { nodeSqlite } from '../../src/server/drivers/sqlite-node.ts';
import { aPostgresDatabase, noPostgres } from './postgres.ts';

export interface EngineUnderTest {
  name: string;
  /** A new, empty database. */
  open(): Promise<RawDatabase>;
  /** Why it cannot be tried here. */
  skip?: string;
}

const inMemory = (open: (file: string) => SyncDb) => async (): Promise<SyncDb> => {
  const db = open(':memory:');
  db.exec('pragma foreign_keys = on');
  return db;
};

/** Every engine of the SQLite family; each must pass the same suites. */
export function sqliteEngines(): (Omit<EngineUnderTest, 'open'> & { open(): Promise<SyncDb> })[] {
  const node = nodeSqlite();
  return [
    { name: 'libsql', open: inMemory(openLibsql) },
    { name: 'wasm', open: openWasm },
    node
      ? { name: 'node:sqlite', open: inMemory(node) }
      : {
          name: 'node:sqlite',
          open: () => Promise.reject(new Error('This runtime has no node:sqlite')),
          skip: `Node ${process.versions.node} has no SQLite of its own (22.16 and later have)`,
        },
  ];
}

/** Every engine there is. FD_ENGINE names the only one wanted: another Node tries its own SQLite. */
export function engines(): EngineUnderTest[] {
  const skip = noPostgres();
  const all: EngineUnderTest[] = [
    ...sqliteEngines(),
    {
      name: 'Postgres',
      open: async () => (await openPostgres(await aPostgresDatabase())).pool,
      ...(skip !== undefined && { skip }),
    },
  ];
  const { FD_ENGINE: wanted } = process.env;
  return wanted ? all.filter(({ name }) => name === wanted) : all;
}

/** A folder that is gone after the test. */
export function aFolder(): { path: string; file(name: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'front-desk-'));
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
