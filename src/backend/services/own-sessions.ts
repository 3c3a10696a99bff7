import { MOST_SESSIONS, type SessionEntry } from '../../contract/session.ts';
import type { Bus, Clock, SessionStore } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import { sessionTopic } from './topics.ts';

/** Where a customer is signed in, and the ends of it. */
export interface OwnSessions {
  list(caller: CustomerCaller): Promise<SessionEntry[]>;
  /** Ends one of the caller's own; false where it is none of theirs. */
  end(caller: CustomerCaller, id: string): Promise<boolean>;
  endAll(caller: CustomerCaller): Promise<void>;
}

interface Ports {
  store: SessionStore;
  bus: Bus;
  clock: Clock;
}

export function createOwnSessions({ store, bus, clock }: Ports): OwnSessions {
  return {
    async list({ shop, customer, session }) {
      const traces = await store.ofCustomer(shop, customer, clock().toISOString(), MOST_SESSIONS);
      return traces.map(({ id, browser, system, ...times }) => ({
        ...{ id, ...times, current: id === session },
        device: { ...(browser && { browser }), ...(system && { system }) },
      }));
    },
    async end({ shop, customer }, id) {
      const ended = await store.endOf(shop, customer, id);
      await tell(shop, ended);
      return ended.length > 0;
    },
    async endAll({ shop, customer }) {
      await tell(shop, await store.endOf(shop, customer));
    },
  };

  /** Other tabs and other processes hold streams of them. */
  async function tell(shop: string, ended: readonly string[]): Promise<void> {
    for (const id of ended) await bus.publish(sessionTopic(shop, id), { topic: 'session', id });
  }
}
