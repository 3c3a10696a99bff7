import { ask } from '../admin/ask.ts';
import { NoServer } from '../admin/client.ts';
import { socketPathOf } from '../admin/socket-path.ts';
import type { OpenDatabase } from '../open-database.ts';
import { openHere } from './open-here.ts';
import type { Target } from './target.ts';

interface Desks<Desk> {
  /** The desk of a running server, which is asked so. */
  there(ask: (question: string, asked: unknown) => Promise<unknown>): Desk;
  /** One over the database itself. */
  here(database: OpenDatabase): Promise<Desk>;
}

/**
 * Through the running server, or else in the database itself.
 *
 * @param isFirst whether it may come before any server
 */
export async function answered<Desk, Value>(
  target: Target,
  { there, here }: Desks<Desk>,
  visit: (desk: Desk) => Promise<Value>,
  isFirst = false,
): Promise<Value> {
  const socket = socketPathOf(target.settings.database);
  try {
    return await visit(there((question, asked) => ask(socket, question, asked)));
  } catch (error) {
    if (!(error instanceof NoServer)) throw error;
  }
  const database = await openHere(target, isFirst);
  try {
    return await visit(await here(database));
  } finally {
    await database.storage.close();
  }
}
