import type { Conversation, Message } from '../../../src/contract/conversations.ts';
import { fromNow } from './an-order.ts';

export const aMessage = (sequence: number, wanted: Partial<Message> = {}): Message => ({
  ...{ sequence, from: 'shopper', at: fromNow(0), text: `Message ${sequence}` },
  ...wanted,
});

export const aTalk = (said: readonly Message[], wanted: Partial<Conversation>): Conversation => ({
  ...{ id: 'talk-1', state: 'open', createdAt: fromNow(-1), changedAt: fromNow(0) },
  ...{ last: said.length, unread: 0, mailed: false, ...(said.length && { preview: said.at(-1)! }) },
  ...{ shopper: { delivered: 0, seen: 0 }, shop: { delivered: 0, seen: 0 } },
  ...wanted,
});

/** A page as GET /conversations/:id/messages answers it. */
export function pageOf(said: readonly Message[], search: URLSearchParams): Message[] {
  const limit = Number(search.get('limit'));
  const after = search.get('after');
  if (after !== null)
    return said.filter(({ sequence }) => sequence > Number(after)).slice(0, limit);
  const before = Number(search.get('before') ?? Infinity);
  return said.filter(({ sequence }) => sequence < before).slice(-limit);
}
