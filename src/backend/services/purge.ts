import type { Forgetful, Log, Storage } from '../ports.ts';

const DAY = 24 * 60 * 60 * 1000;
/** News of what has not come by then are not waited with any longer. */
export const NEWS_WAIT_DAYS = 30;

/**
 * Deletes what is over: sessions, tokens, codes, windows, kept answers, deliveries in and out, used
 * logins, links and sessions of the shop's people and what they can take back no more, files that
 * nothing names, what was taken off lists, news, and what shoppers did and nobody known wrote long ago.
 * A store that fails keeps no other from it; rejects in the end, where one has.
 */
export async function purge(
  storage: Storage,
  now: Date,
  { log, signal }: { log?: Log; signal?: AbortSignal } = {},
): Promise<number> {
  const { sessions, challenges, limits, answers, deliveries, assertions, outbox } = storage;
  const { uploads, wishlists, events, conversations, staff, acts, catalogue } = storage;
  const at = now.toISOString();
  const forgetBefore = new Date(now.getTime() - NEWS_WAIT_DAYS * DAY).toISOString();
  const stores: Record<string, Forgetful> = {
    ...{ sessions, challenges, limits, answers, deliveries, assertions, outbox },
    ...{ uploads, wishlists, events, conversations, staff, acts },
    catalogue: { purge: (until, stop) => catalogue.purge(until, forgetBefore, stop) },
  };
  let gone = 0;
  const failures: unknown[] = [];
  for (const [what, store] of Object.entries(stores)) {
    if (signal?.aborted) break;
    try {
      gone += await store.purge(at, signal);
    } catch (error) {
      log?.error('purge_failed', error, { what });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return gone;
}
