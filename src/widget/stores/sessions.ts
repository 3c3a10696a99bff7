import type { SessionEntry, SessionList } from '../../contract/session.ts';
import { endAllSessions, endOtherSession, listSessions } from '../client/sessions.ts';
import { part } from './arrival.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createProven, type Proven } from './step-up.ts';

/** Where the customer is signed in. */
export interface SessionsStore {
  readonly list: RemoteStore<SessionList>;
  /** Ends one of them. */
  readonly ending: Proven<SessionEntry, true>;
  /** Ends all, this one too. */
  endAll(): Promise<void>;
}

export function createSessionsStore(ground: Ground): SessionsStore {
  const { send, session, keep } = ground;
  const list = createRemote((signal) => listSessions(send, signal));
  keep(list);
  return {
    list,
    ending: createProven(ground, async ({ id }) => {
      await endOtherSession(send, id);
      const { value } = list.$state.get();
      if (value) list.put({ items: value.items.filter((one) => one.id !== id) });
      return true;
    }),
    async endAll() {
      await endAllSessions(send, await session.token());
      part(ground);
    },
  };
}
