import { existsSync } from 'node:fs';
import { openSqliteBeside } from '../drivers/sqlite.ts';
import { findingsOf, type Finding } from './finding.ts';

const { warning } = findingsOf('webhooks');

/** Both engines can be asked so. */
export const COUNT_DEAD = "select count(*) as dead from outbox where state = 'dead'";

/** Whether the shop's own systems were told all they should be; nothing is said where they were. */
export function judgeDeadLetters(dead: number): Finding[] {
  if (dead === 0) return [];
  const what =
    dead === 1
      ? '1 webhook was given up: a system of yours did not take it.'
      : `${dead} webhooks were given up: a system of yours did not take them.`;
  return [
    warning(
      what,
      'See why with front-desk-server webhooks list --dead, then send again with webhooks replay ' +
        '--dead, or forget them with webhooks drop.',
    ),
  ];
}

/** Of the embedded database, read beside a server that may be running. */
export function examineDeadLetters(database: string): Finding[] {
  if (!existsSync(database)) return [];
  let db: ReturnType<typeof openSqliteBeside> | undefined;
  try {
    db = openSqliteBeside(database);
    const [row] = db.prepare(COUNT_DEAD).all([]) as { dead: number }[];
    return judgeDeadLetters(Number(row!.dead));
  } catch {
    // what cannot be read, or lacks the table, is told of with the migrations
    return [];
  } finally {
    db?.close();
  }
}
