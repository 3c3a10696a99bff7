import { atom, type ReadableAtom } from 'nanostores';
import type { SavedReply } from '../../contract/saved-replies.ts';
import { asProblem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { randomId } from '../../widget/host/random-id.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import { listReplies, removeReply, saveReply } from '../client/replies.ts';
import type { ThreadWork } from './thread.ts';

/** What is written often. */
export interface Replies {
  list: RemoteStore<SavedReply[]>;
  $work: ReadableAtom<ThreadWork>;
  /** A new one, or another text for one there is. */
  save(reply: Omit<SavedReply, 'id'> & { id?: string | undefined }): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createReplies(send: Send): Replies {
  const list = createRemote((signal) => listReplies(send, signal));
  const $work = atom<ThreadWork>({ busy: false });
  async function act(work: () => Promise<void>): Promise<void> {
    $work.set({ busy: true });
    try {
      await work();
      $work.set({ busy: false });
    } catch (error) {
      $work.set({ busy: false, problem: asProblem(error) });
    }
    await list.load();
  }
  return {
    ...{ list, $work },
    save: ({ id = randomId(), ...reply }) => act(() => saveReply(send, { id, ...reply })),
    remove: (id) => act(() => removeReply(send, id)),
  };
}

/** What is known takes the place of `{name}`; what is not is left to be seen. */
export const filledReply = (
  text: string,
  known: Readonly<Record<string, string | undefined>>,
): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
