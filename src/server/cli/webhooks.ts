import type { OutboxEntry } from '../../backend/ports.ts';
import { ask } from '../admin/ask.ts';
import { NoServer } from '../admin/client.ts';
import { outboxDesk, outboxDeskAt, type OutboxDesk } from '../admin/outbox-questions.ts';
import { socketPathOf } from '../admin/socket-path.ts';
import { openHere } from './open-here.ts';
import { count } from './run-import.ts';
import { chooseTarget, type Target, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';

export interface WebhookFlags extends TargetFlags {
  dead?: boolean;
  json?: boolean;
  limit?: number;
}

const LISTED = 50;

/** Lists what is or was to be told to the shop's own systems, newest first. */
export async function listWebhooks(flags: WebhookFlags, terminal: Terminal): Promise<void> {
  const wanted = { ...(flags.dead && { state: 'dead' as const }), most: flags.limit ?? LISTED };
  const { entries, counts } = await atDesk(chooseTarget(flags, terminal), (desk) =>
    desk.list(wanted),
  );
  for (const entry of entries) say(terminal, flags.json ? JSON.stringify(entry) : lineOf(entry));
  const { pending, sending, delivered, dead } = counts;
  terminal.stderr.write(
    `${count(pending + sending)} to be delivered, ${count(delivered)} delivered, ${count(dead)} dead.\n`,
  );
}

/** Sends deliveries again, under their ids. */
export async function replayWebhooks(
  ids: readonly string[],
  flags: WebhookFlags,
  terminal: Terminal,
): Promise<void> {
  const which = named(ids, flags);
  const replayed = await atDesk(chooseTarget(flags, terminal), (desk) => desk.replay(which));
  say(terminal, `${count(replayed.length)} to be sent again.`);
  refuseOthers(ids, replayed, 'Not there, or being sent just now');
}

/** Forgets deliveries that were given up: somebody has seen to them otherwise. */
export async function dropWebhooks(
  ids: readonly string[],
  flags: WebhookFlags,
  terminal: Terminal,
): Promise<void> {
  const which = named(ids, flags);
  const dropped = await atDesk(chooseTarget(flags, terminal), (desk) => desk.drop(which));
  say(terminal, `${count(dropped.length)} dropped.`);
  refuseOthers(ids, dropped, 'Not there, or not given up');
}

function named(ids: readonly string[], { dead }: WebhookFlags): readonly string[] | 'dead' {
  if (dead ? ids.length : !ids.length)
    throw new CommandFailure(
      'Name deliveries by their ids, or say --dead for all dead ones.',
      exits.usage,
    );
  return dead ? 'dead' : [...new Set(ids)];
}

function refuseOthers(ids: readonly string[], done: readonly string[], why: string): void {
  const others = ids.filter((id) => !done.includes(id));
  if (others.length) throw new CommandFailure(`${why}: ${others.join(', ')}.`);
}

/** Through the running server, or else in the database file itself. */
async function atDesk<Answer>(
  target: Target,
  visit: (desk: OutboxDesk) => Promise<Answer>,
): Promise<Answer> {
  const socket = socketPathOf(target.settings.database);
  try {
    return await visit(outboxDeskAt((question, asked) => ask(socket, question, asked)));
  } catch (error) {
    if (!(error instanceof NoServer)) throw error;
  }
  const { storage } = await openHere(target);
  try {
    return await visit(outboxDesk(storage, () => new Date()));
  } finally {
    await storage.close();
  }
}

const lineOf = (entry: OutboxEntry): string =>
  [
    ...[entry.id, entry.createdAt, entry.shop, entry.type, entry.state],
    ...[
      `${entry.attempts} ${entry.attempts === 1 ? 'attempt' : 'attempts'}`,
      entry.result ?? '-',
      entry.url,
    ],
  ].join('  ');
