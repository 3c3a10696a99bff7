import type { ConversationView } from '../../backend/ports.ts';
import { createConversationDesk } from '../../backend/services/conversation-desk.ts';
import { createLocalBus } from '../../backend/services/local-bus.ts';
import { conversationStates, type ConversationState } from '../../contract/conversations.ts';
import { InstantInput } from '../../contract/primitives.ts';
import { ask } from '../admin/ask.ts';
import { NoServer } from '../admin/client.ts';
import {
  conversationAskAt,
  conversationAskOf,
  type ConversationAsk,
} from '../admin/conversation-questions.ts';
import type { Answer } from '../admin/settling-questions.ts';
import { socketPathOf } from '../admin/socket-path.ts';
import { createLog } from '../drivers/log.ts';
import { openPostgresBus } from '../drivers/postgres-bus.ts';
import { conversationSheet, conversationsTable } from './conversation-tables.ts';
import { openHere } from './open-here.ts';
import { shopsHere } from './shops-here.ts';
import { chooseTarget, type Target, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';
import { valueOf } from './value-of.ts';

export interface ConversationFlags extends TargetFlags {
  shop?: string;
  json?: boolean;
  limit?: number;
  state?: string[];
  as?: string;
}

const LISTED = 50;

export async function listConversations(
  flags: ConversationFlags,
  terminal: Terminal,
): Promise<void> {
  const states = statesOf(flags.state ?? ['open']);
  const wanted = { ...named(flags), states, most: flags.limit ?? LISTED };
  const found = await atDesk(flags, terminal, (desk) => desk.list(wanted));
  if (flags.json) for (const each of found) say(terminal, JSON.stringify(each));
  else say(terminal, found.length ? conversationsTable(found) : 'No conversations.');
}

export async function showConversation(
  id: string,
  flags: ConversationFlags,
  terminal: Terminal,
): Promise<void> {
  const wanted = { ...named(flags), id, most: flags.limit ?? LISTED };
  const shown = await atDesk(flags, terminal, (desk) => desk.show(wanted));
  say(terminal, flags.json ? JSON.stringify(shown) : conversationSheet(shown));
}

export async function replyTo(
  id: string,
  text: string,
  flags: ConversationFlags,
  terminal: Terminal,
): Promise<void> {
  const said = {
    ...{ ...named(flags), id, text, client: crypto.randomUUID() },
    ...(flags.as !== undefined && { name: flags.as }),
  };
  await move(flags, terminal, (desk) => desk.reply(said));
}

export async function snoozeUntil(
  id: string,
  text: string,
  flags: ConversationFlags,
  terminal: Terminal,
): Promise<void> {
  const { data: until } = InstantInput.safeParse(text);
  if (until === undefined)
    throw new CommandFailure(
      `${text} is no moment. Write it as in 2026-12-01T09:00:00Z.`,
      exits.usage,
    );
  await move(flags, terminal, (desk) => desk.snooze({ ...named(flags), id, until }));
}

/** `close`, or `typing`: what takes no words. */
export const stepOf =
  (step: 'close' | 'typing') =>
  (id: string, flags: ConversationFlags, terminal: Terminal): Promise<void> =>
    move(flags, terminal, (desk) => desk[step]({ ...named(flags), id }));

async function move(
  flags: ConversationFlags,
  terminal: Terminal,
  visit: (desk: ConversationAsk) => Promise<Answer<ConversationView>>,
): Promise<void> {
  const told = await atDesk(flags, terminal, visit);
  say(terminal, flags.json ? JSON.stringify(told) : `${told.id} is ${told.state}.`);
}

const named = ({ shop }: ConversationFlags) => (shop === undefined ? {} : { shop });

const statesOf = (wanted: readonly string[]): ConversationState[] =>
  wanted.map((text) => {
    const state = conversationStates.find((each) => each === text);
    if (state) return state;
    throw new CommandFailure(
      `${text} is no state. There are ${conversationStates.join(', ')}.`,
      exits.usage,
    );
  });

const atDesk = async <Value extends object>(
  flags: ConversationFlags,
  terminal: Terminal,
  visit: (desk: ConversationAsk) => Promise<Answer<Value>>,
): Promise<Value> => valueOf(await answered(chooseTarget(flags, terminal), terminal, visit));

/** Through the running server; or in the database itself, which several servers may share. */
async function answered<Value>(
  target: Target,
  terminal: Terminal,
  visit: (desk: ConversationAsk) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const socket = socketPathOf(target.settings.database);
  try {
    return await visit(conversationAskAt((question, asked) => ask(socket, question, asked)));
  } catch (error) {
    if (!(error instanceof NoServer)) throw error;
  }
  const { storage, postgres } = await openHere(target);
  const log = createLog((line) => void terminal.stderr.write(line), undefined, { level: 'error' });
  const shared = postgres && (await openPostgresBus(postgres, log));
  try {
    const desk = createConversationDesk({
      ...{ store: storage.conversations, bus: shared ?? createLocalBus() },
      clock: () => new Date(),
    });
    return await visit(conversationAskOf(desk, await shopsHere(target, storage, terminal)));
  } finally {
    await shared?.close();
    await storage.close();
  }
}
