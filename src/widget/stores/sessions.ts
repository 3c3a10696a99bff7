import type { SessionEntry, SessionList } from '../../contract/session.ts';
import { endAllSessions, endOtherSession, listSessions } from '../client/sessions.ts';
import { part } from './arrival.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createWaiting, type Waiting } from './step-up.ts';

/** Where the customer is signed in. */
export interface SessionsStore {
  readonly list: RemoteStore<SessionList>;
  /** Ends one of them; fails with `step_up_required` where the last proof is old. */
  end(id: string): Promise<void>;
  /** What is to be ended and needs a code first. */
  readonly waiting: Waiting<SessionEntry>;
  /** Ends all, this one too. */
  endAll(): Promise<void>;
}

export function createSessionsStore(ground: Ground): SessionsStore {
  const { send, session, keep } = ground;
  const list = createRemote((signal) => listSessions(send, signal));
  const waiting = createWaiting<SessionEntry>();
  keep({
    renew: list.renew,
    retry: () => list.$state.get().is === 'failed' && list.renew(),
    reset() {
      waiting.forget();
      list.reset();
    },
  });
  return {
    list,
    async end(id) {
      await endOtherSession(send, id);
      const { value } = list.$state.get();
      if (value) list.put({ items: value.items.filter((one) => one.id !== id) });
    },
    waiting,
    async endAll() {
      await endAllSessions(send, await session.token());
      part(ground);
    },
  };
}
