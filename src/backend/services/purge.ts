import type { Storage } from '../ports.ts';

const DAY = 24 * 60 * 60 * 1000;
/** News of what has not come by then are not waited with any longer. */
export const NEWS_WAIT_DAYS = 30;

/**
 * Deletes what is over: sessions, tokens, codes, windows, kept answers, deliveries in and out, used
 * logins, links and sessions of the shop's people and what they can take back no more, files that
 * nothing names, what was taken off lists, news, and what shoppers did and nobody known wrote long ago.
 */
export async function purge(storage: Storage, now: Date, signal?: AbortSignal): Promise<number> {
  const { sessions, challenges, limits, answers, deliveries, assertions, outbox } = storage;
  const { uploads, wishlists, events, conversations, staff, acts } = storage;
  let gone = 0;
  for (const store of [
    ...[sessions, challenges, limits, answers, deliveries, assertions, outbox],
    ...[uploads, wishlists, events, conversations, staff, acts],
  ]) {
    if (signal?.aborted) return gone;
    gone += await store.purge(now.toISOString());
  }
  const forgetBefore = new Date(now.getTime() - NEWS_WAIT_DAYS * DAY).toISOString();
  return gone + (await storage.catalogue.purge(now.toISOString(), forgetBefore));
}
