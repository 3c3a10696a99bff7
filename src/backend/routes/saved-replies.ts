import { MOST_REPLIES } from '../../contract/saved-replies.ts';
import type { Clock, ReplyStore } from '../ports.ts';
import { auditEntry } from '../services/audit.ts';
import { refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const savedReplyRoutes = (
  replies: ReplyStore,
  clock: Clock,
): Pick<Handlers, 'listReplies' | 'putReply' | 'removeReply'> => ({
  async listReplies({ shop }) {
    return { status: 200, cache: 'private', body: { items: await replies.all(shop.id) } };
  },

  async putReply({ shop, caller, params, body }) {
    const reply = { id: params.id, ...body };
    const done = { action: 'reply_saved', subject: params.id, detail: body.name } as const;
    const audit = auditEntry(shop, caller, done, clock());
    const isKept = await replies.put(shop.id, reply, MOST_REPLIES, audit);
    return isKept ? { status: 200, body: reply } : refuse('too_many_replies');
  },

  async removeReply({ shop, caller, params }) {
    const done = { action: 'reply_removed', subject: params.id } as const;
    await replies.remove(shop.id, params.id, auditEntry(shop, caller, done, clock()));
    return { status: 204 };
  },
});
