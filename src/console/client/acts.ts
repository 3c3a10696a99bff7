import { InboxActed as Acted, InboxUndone as Undone } from '../../contract/guards/inbox.ts';
import type { InboxAct, InboxActed, InboxUndone } from '../../contract/inbox-acts.ts';
import { readJson, type Send } from '../../widget/client/request.ts';
import { randomId } from '../../widget/host/random-id.ts';

export const actInInbox = async (send: Send, body: InboxAct): Promise<InboxActed> =>
  readJson(await send('/inbox/acts', { method: 'POST', key: randomId(), body }), Acted);

export const undoInInbox = async (send: Send, id: string): Promise<InboxUndone> =>
  readJson(
    await send(`/inbox/acts/${encodeURIComponent(id)}/undo`, { method: 'POST', key: randomId() }),
    Undone,
  );
