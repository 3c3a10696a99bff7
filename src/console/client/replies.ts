import { SavedReplies } from '../../contract/guards/inbox.ts';
import type { SavedReply } from '../../contract/saved-replies.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

const at = (id: string): string => `/replies/${encodeURIComponent(id)}`;

export async function listReplies(send: Send, signal: AbortSignal): Promise<SavedReply[]> {
  const response = await send('/replies', { signal });
  const list: { items: SavedReply[] } = await readJson(response, SavedReplies);
  return list.items;
}

export async function saveReply(send: Send, { id, ...body }: SavedReply): Promise<void> {
  await send(at(id), { method: 'PUT', body });
}

export async function removeReply(send: Send, id: string): Promise<void> {
  await send(at(id), { method: 'DELETE' });
}
