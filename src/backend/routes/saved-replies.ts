import { MOST_REPLIES } from '../../contract/saved-replies.ts';
import type { ReplyStore } from '../ports.ts';
import type { Audit } from '../services/audit.ts';
import { refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const savedReplyRoutes = (
  replies: ReplyStore,
  audit: Audit,
): Pick<Handlers, 'listReplies' | 'putReply' | 'removeReply'> => ({
  async listReplies({ shop }) {
    return { status: 200, cache: 'private', body: { items: await replies.all(shop.id) } };
  },

  async putReply({ shop, caller, params, body }) {
    const reply = { id: params.id, ...body };
    if (!(await replies.put(shop.id, reply, MOST_REPLIES))) return refuse('too_many_replies');
    await audit(shop, caller, { action: 'reply_saved', subject: params.id, detail: body.name });
    return { status: 200, body: reply };
  },

  async removeReply({ shop, caller, params }) {
    await replies.remove(shop.id, params.id);
    await audit(shop, caller, { action: 'reply_removed', subject: params.id });
    return { status: 204 };
  },
});
