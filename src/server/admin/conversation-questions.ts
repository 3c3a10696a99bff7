import { z } from 'zod';
import type { ConversationView, Shops } from '../../backend/ports.ts';
import type { ConversationDesk } from '../../backend/services/conversation-desk.ts';
import { ConversationState, MOST_MESSAGE } from '../../contract/conversations.ts';
import { Instant } from '../../contract/primitives.ts';
import type { NewMessage } from '../../domain/conversations/conversations.ts';
import { atShop } from './at-shop.ts';
import type { Answer } from './settling-questions.ts';

/** A conversation with its newest messages. */
export interface Shown {
  conversation: ConversationView;
  messages: NewMessage[];
}

/** What can be asked of conversations, here or over the socket of a running server. */
export interface ConversationAsk {
  list(wanted: z.infer<typeof Listed>): Promise<Answer<ConversationView[]>>;
  show(wanted: z.infer<typeof Showing>): Promise<Answer<Shown>>;
  reply(wanted: z.infer<typeof Reply>): Promise<Answer<ConversationView>>;
  close(wanted: z.infer<typeof Named>): Promise<Answer<ConversationView>>;
  snooze(wanted: z.infer<typeof Snooze>): Promise<Answer<ConversationView>>;
  typing(wanted: z.infer<typeof Named>): Promise<Answer<ConversationView>>;
}

const shop = { shop: z.string().exactOptional() };
const Listed = z.object({ ...shop, states: z.array(ConversationState), most: z.int().min(1) });
const Named = z.object({ ...shop, id: z.string() });
const Showing = Named.extend({ most: z.int().min(1) });
const Reply = Named.extend({
  text: z.string().trim().min(1).max(MOST_MESSAGE),
  name: z.string().max(80).exactOptional(),
  client: z.string().max(64).exactOptional(),
});
const Snooze = Named.extend({ until: Instant });

/** The desk of the shop that is meant: the only one, or the one that is named. */
export function conversationAskOf(desk: ConversationDesk, shops: Shops): ConversationAsk {
  const at = atShop(shops);
  return {
    list: ({ shop: of, ...wanted }) => at(of, (found) => desk.list(found, wanted)),
    show: ({ shop: of, id, most }) => at(of, (found) => desk.show(found, id, most)),
    reply: ({ shop: of, id, ...said }) => at(of, (found) => desk.reply(found, id, said)),
    close: ({ shop: of, id }) => at(of, (found) => desk.close(found, id)),
    snooze: ({ shop: of, id, until }) => at(of, (found) => desk.snooze(found, id, until)),
    typing: ({ shop: of, id }) => at(of, (found) => desk.typing(found, id)),
  };
}

export const conversationQuestions = (desk: ConversationAsk) => ({
  'conversations/list': (asked: unknown) => desk.list(Listed.parse(asked)),
  'conversations/show': (asked: unknown) => desk.show(Showing.parse(asked)),
  'conversations/reply': (asked: unknown) => desk.reply(Reply.parse(asked)),
  'conversations/close': (asked: unknown) => desk.close(Named.parse(asked)),
  'conversations/snooze': (asked: unknown) => desk.snooze(Snooze.parse(asked)),
  'conversations/typing': (asked: unknown) => desk.typing(Named.parse(asked)),
});

/** The same desk, asked through `ask`. */
export const conversationAskAt = (
  ask: (
    question: keyof ReturnType<typeof conversationQuestions>,
    asked: unknown,
  ) => Promise<unknown>,
): ConversationAsk => {
  const one = async (
    question: Parameters<typeof ask>[0],
    wanted: unknown,
  ): Promise<Answer<ConversationView>> => (await ask(question, wanted)) as Answer<ConversationView>;
  return {
    list: async (wanted) => (await ask('conversations/list', wanted)) as Answer<ConversationView[]>,
    show: async (wanted) => (await ask('conversations/show', wanted)) as Answer<Shown>,
    reply: (wanted) => one('conversations/reply', wanted),
    close: (wanted) => one('conversations/close', wanted),
    snooze: (wanted) => one('conversations/snooze', wanted),
    typing: (wanted) => one('conversations/typing', wanted),
  };
};
