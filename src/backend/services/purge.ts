import type { Storage } from '../ports.ts';

/** Deletes what is over: sessions, tokens, codes, windows, kept answers, deliveries in and out, used logins. */
export async function purge(storage: Storage, now: Date): Promise<number> {
  const { sessions, challenges, limits, answers, deliveries, assertions, outbox } = storage;
  let gone = 0;
  for (const store of [sessions, challenges, limits, answers, deliveries, assertions, outbox])
    gone += await store.purge(now.toISOString());
  return gone;
}
