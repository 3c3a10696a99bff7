import type { Conversation } from '../../contract/conversations.ts';
import type { Conversations } from '../services/conversations.ts';
import { isRefusal } from '../services/refusal.ts';
import type { SendMessage } from '../services/shopper-messages.ts';
import type { Handlers } from './frame/handler.ts';
import { languageOf } from './language.ts';

const told = (body: Conversation) => ({ status: 200 as const, body });

export const conversationRoutes = (
  conversations: Conversations,
  sendMessage: SendMessage,
): Pick<
  Handlers,
  | 'listConversations'
  | 'openConversation'
  | 'listMessages'
  | 'sendMessage'
  | 'markConversation'
  | 'tellTyping'
  | 'mailConversation'
  | 'mailTranscript'
  | 'rateConversation'
> => ({
  async listConversations({ shop, caller }) {
    return { status: 200, body: await conversations.list(shop, caller) };
  },

  async openConversation({ shop, caller, keep }) {
    return told(await conversations.open(shop, caller, keep(told)));
  },

  async listMessages({ shop, caller, params, query }) {
    const page = await conversations.page(shop, caller, params.id, query);
    return isRefusal(page) ? page : { status: 200, body: page };
  },

  async sendMessage({ shop, caller, params, body }) {
    const message = await sendMessage(shop, caller, params.id, body);
    return isRefusal(message) ? message : { status: 200, body: message };
  },

  async markConversation({ shop, caller, params, body }) {
    return (await conversations.mark(shop, caller, params.id, body)) ?? { status: 204 };
  },

  async tellTyping({ shop, caller, params }) {
    return (await conversations.typing(shop, caller, params.id)) ?? { status: 204 };
  },

  async mailConversation({ shop, caller, params, body, request, keep }) {
    const wish = { ...body, language: languageOf(request) };
    const mailed = await conversations.mail(shop, caller, params.id, wish, keep(told));
    return isRefusal(mailed) ? mailed : told(mailed);
  },

  async mailTranscript({ shop, caller, params, request }) {
    const language = languageOf(request);
    const refused = await conversations.transcript(shop, caller, params.id, language);
    return refused ?? { status: 202 };
  },

  async rateConversation({ shop, caller, params, body, keep }) {
    const rated = await conversations.rate(shop, caller, params.id, body, keep(told));
    return isRefusal(rated) ? rated : told(rated);
  },
});
