import type { Storage } from '../ports.ts';

/** Deletes what is over: sessions, tokens, codes, windows, kept answers, deliveries, used logins. */
export async function purge(storage: Storage, now: Date): Promise<number> {
  const { sessions, challenges, limits, answers, deliveries, assertions } = storage;
  let gone = 0;
  for (const store of [sessions, challenges, limits, answers, deliveries, assertions])
    gone += await store.purge(now.toISOString());
  return gone;
}
