import type { Command } from 'commander';
import {
  listConversations,
  replyTo,
  showConversation,
  snoozeUntil,
  stepOf,
  type ConversationFlags,
} from './conversations.ts';
import { grouped, limitOf } from './settling-commands.ts';
import type { Terminal } from './terminal.ts';

/** `conversations …`: the shop's side of them, until there is a console. */
export function conversationCommands(program: Command, terminal: Terminal): void {
  const conversations = grouped(
    program,
    'conversations',
    'What shoppers write, and the shop’s answers; see docs/conversations.md.',
  );
  conversations('list', 'List those that wait for an answer, the oldest first.')
    .option('--state <state...>', 'those that are open, waiting, snoozed or closed instead')
    .option('--limit <number>', 'how many (default: 50)', limitOf)
    .action((flags: ConversationFlags) => listConversations(flags, terminal));
  conversations('show', 'Its newest messages; the shopper is told that they were seen.')
    .argument('<conversation>', 'its id')
    .option('--limit <number>', 'how many messages (default: 50)', limitOf)
    .action((id: string, flags: ConversationFlags) => showConversation(id, flags, terminal));
  conversations('reply', 'Answer: a shopper who looks sees it at once.')
    .argument('<conversation>', 'its id')
    .argument('<text>', 'what you say')
    .option('--as <name>', 'your name, as shoppers shall know it')
    .action((id: string, text: string, flags: ConversationFlags) =>
      replyTo(id, text, flags, terminal),
    );
  conversations('typing', 'Show for some seconds that somebody is writing.')
    .argument('<conversation>', 'its id')
    .action((id: string, flags: ConversationFlags) => stepOf('typing')(id, flags, terminal));
  conversations('snooze', 'Come back to it later.')
    .argument('<conversation>', 'its id')
    .argument('<until>', 'a moment, as in 2026-12-01T09:00:00Z')
    .action((id: string, until: string, flags: ConversationFlags) =>
      snoozeUntil(id, until, flags, terminal),
    );
  conversations('close', 'It is done; the shopper may write again all the same.')
    .argument('<conversation>', 'its id')
    .action((id: string, flags: ConversationFlags) => stepOf('close')(id, flags, terminal));
}
