import * as guards from '../../contract/guards/inbox.ts';
import { Message as MessageGuard } from '../../contract/guards/conversations.ts';
import type { Message } from '../../contract/conversations.ts';
import type {
  InboxChange,
  InboxConversation,
  InboxPage,
  InboxThread,
  InboxView,
  Note,
  NoteRequest,
  PresenceRequest,
  ReplyRequest,
  ShopperStory,
} from '../../contract/inbox.ts';
import { readJson, type Send } from '../../widget/client/request.ts';
import { randomId } from '../../widget/host/random-id.ts';

export interface InboxAsk {
  view: InboxView;
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const at = (id: string, more = ''): string => `/conversations/${encodeURIComponent(id)}${more}`;

export const listInbox = async (
  send: Send,
  { view, search, cursor, limit }: InboxAsk,
  signal?: AbortSignal,
): Promise<InboxPage> =>
  readJson(
    await send('/conversations', {
      query: { view, search: search || undefined, cursor, limit },
      signal,
    }),
    guards.InboxPage,
  );

export const getThread = async (
  send: Send,
  id: string,
  { before, limit }: { before?: number; limit: number },
  signal?: AbortSignal,
): Promise<InboxThread> =>
  readJson(await send(at(id), { query: { before, limit }, signal }), guards.InboxThread);

export const changeConversation = async (
  send: Send,
  id: string,
  change: InboxChange,
): Promise<InboxConversation> =>
  readJson(
    await send(at(id), { method: 'PATCH', key: randomId(), body: change }),
    guards.InboxConversation,
  );

export const reply = async (send: Send, id: string, body: ReplyRequest): Promise<Message> =>
  readJson(await send(at(id, '/messages'), { method: 'POST', body }), MessageGuard);

export const keepNote = async (send: Send, id: string, body: NoteRequest): Promise<Note> =>
  readJson(await send(at(id, '/notes'), { method: 'POST', key: randomId(), body }), guards.Note);

export async function markSeen(send: Send, id: string, seen: number): Promise<void> {
  await send(at(id, '/marks'), { method: 'POST', body: { seen } });
}

export async function tellTyping(send: Send, id: string): Promise<void> {
  await send(at(id, '/typing'), { method: 'POST' });
}

export async function tellPresence(
  send: Send,
  id: string,
  { does }: PresenceRequest,
): Promise<void> {
  await send(at(id, '/presence'), { method: 'POST', body: { does } });
}

export const getStory = async (
  send: Send,
  customer: string,
  signal?: AbortSignal,
): Promise<ShopperStory> =>
  readJson(
    await send(`/customers/${encodeURIComponent(customer)}`, { signal }),
    guards.ShopperStory,
  );

/** A picture of a message, as an address for this page alone. */
export async function pictureOf(send: Send, id: string): Promise<string> {
  const response = await send(`/uploads/${encodeURIComponent(id)}`);
  return URL.createObjectURL(await response.blob());
}
