import { openSqliteBeside } from '../drivers/sqlite.ts';
import { findingsOf, type Finding } from './finding.ts';

const { ok, broken } = findingsOf('versions');

const LEAST_NODE = '20.19.0';
const LEAST_POSTGRES = '13';
/** The first with strict tables. */
const LEAST_SQLITE = '3.37.0';

export function examineVersions({ node, sqlite }: { node: string; sqlite: string }): Finding[] {
  return [
    isAtLeast(node, LEAST_NODE)
      ? ok(`Node ${node} will do.`)
      : broken(`Node ${node} is too old.`, `Install ${LEAST_NODE} or newer.`),
    isAtLeast(sqlite, LEAST_SQLITE)
      ? ok(`SQLite ${sqlite} will do.`)
      : broken(
          `SQLite ${sqlite} is too old.`,
          'Install front-desk-server again, with its packages.',
        ),
  ];
}

/** @param version as Postgres tells it, with or without its packager’s words: 16.4 (Debian 16.4-1) */
export function judgePostgres(version: string): Finding {
  const [number = version] = /^[\d.]+/.exec(version) ?? [];
  return isAtLeast(number, LEAST_POSTGRES)
    ? ok(`Postgres ${number} will do.`)
    : broken(`Postgres ${number} is too old.`, `Upgrade it to ${LEAST_POSTGRES} or later.`);
}

/** The SQLite this process would open a database with. */
export function sqliteVersion(): string {
  const db = openSqliteBeside(':memory:');
  try {
    const [row] = db.prepare('select sqlite_version() as version').all([]);
    return (row as { version: string }).version;
  } finally {
    db.close();
  }
}

function isAtLeast(version: string, least: string): boolean {
  const [ours, wanted] = [version, least].map((text) => text.split('.').map(Number));
  for (const [index, part] of wanted!.entries())
    if ((ours![index] ?? 0) !== part) return (ours![index] ?? 0) > part;
  return true;
}
