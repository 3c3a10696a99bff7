import type { SessionEntry, SessionList } from '../../contract/session.ts';
import { endAllSessions, endOtherSession, listSessions } from '../client/sessions.ts';
import { part } from './arrival.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/** Where the customer is signed in. */
export interface SessionsStore {
  readonly list: RemoteStore<SessionList>;
  /** Ends one of them; fails with `step_up_required` where the last proof is old. */
  end(id: string): Promise<void>;
  /** It needs a code first: kept until there is a newer proof than this one. */
  wait(entry: SessionEntry, proof: string | undefined): void;
  /** What was waiting and may be done now; it waits no more either way. */
  taken(proof: string | undefined): SessionEntry | undefined;
  /** Ends all, this one too. */
  endAll(): Promise<void>;
}

export function createSessionsStore(ground: Ground): SessionsStore {
  const { send, session, keep } = ground;
  const list = createRemote((signal) => listSessions(send, signal));
  let waiting: { entry: SessionEntry; proof: string | undefined } | undefined;
  keep({
    renew: list.renew,
    retry: () => list.$state.get().is === 'failed' && list.renew(),
    reset() {
      waiting = undefined;
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
    wait: (entry, proof) => (waiting = { entry, proof }),
    taken(proof) {
      const { entry, proof: before } = waiting ?? {};
      waiting = undefined;
      return proof && proof !== before ? entry : undefined;
    },
    async endAll() {
      await endAllSessions(send, await session.token());
      part(ground);
    },
  };
}
