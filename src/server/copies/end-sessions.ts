import { openSqliteBeside } from '../drivers/sqlite.ts';

/**
 * Of shoppers and of the shop's people; what belongs to one stands before it. Codes and links that
 * were on their way would open a session still, though used since.
 */
const tables = [
  ...['session_tokens', 'session_keys', 'sessions', 'challenges'],
  ...['staff_sessions', 'staff_links'],
];

/**
 * Ends every session in a copy, and every code and link that begins one; leaves no journal beside it.
 * Who has signed out since it was made, or was signed out by others, would be signed in again.
 */
export function endSessions(file: string): void {
  const db = openSqliteBeside(file);
  try {
    const known = db
      .prepare("select name from sqlite_schema where type = 'table'")
      .all([])
      .map((row) => (row as { name: string }).name);
    db.exec('begin immediate');
    // an older version's copy may lack some
    for (const table of tables) if (known.includes(table)) db.exec(`delete from ${table}`);
    db.exec('commit');
    // a copy that somebody made by hand has a journal of its own kind
    db.exec('pragma wal_checkpoint(truncate)');
  } finally {
    db.close();
  }
}
