import { atom, type ReadableAtom } from 'nanostores';
import type { Passkey } from '../../contract/passkeys.ts';
import { asProblem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import {
  addPasskey,
  listPasskeys,
  offerPasskey,
  removePasskey,
  renamePasskey,
} from '../client/passkeys.ts';
import { makePasskey } from '../host/authenticator.ts';
import type { ThreadWork } from './thread.ts';

/** The passkeys of whoever is in. */
export interface Passkeys {
  list: RemoteStore<Passkey[]>;
  $work: ReadableAtom<ThreadWork>;
  add(name: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What went wrong is over. */
  forget(): void;
}

export function createPasskeys(send: Send): Passkeys {
  const list = createRemote((signal) => listPasskeys(send, signal));
  const $work = atom<ThreadWork>({ busy: false });
  async function act(work: () => Promise<void>): Promise<void> {
    if ($work.get().busy) return;
    $work.set({ busy: true });
    try {
      await work();
      await list.load();
      $work.set({ busy: false });
    } catch (error) {
      $work.set({ busy: false, problem: asProblem(error) });
    }
  }
  return {
    ...{ list, $work },
    add: (name) =>
      act(async () => {
        const made = await makePasskey(await offerPasskey(send), name);
        if (made) await addPasskey(send, made);
      }),
    rename: (id, name) => act(() => renamePasskey(send, id, name)),
    remove: (id) => act(() => removePasskey(send, id)),
    forget: () => $work.set({ busy: false }),
  };
}
