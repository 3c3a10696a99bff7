import type { Clock } from '../../ports.ts';
import { refuse, type Refusal } from '../../services/refusal.ts';

const MINUTE = 60_000;
const MOST_NAMES = 100_000;

/**
 * Requests a minute, or what they bring, counted in this process: it keeps one caller from taking all of it. What has
 * to hold across processes and restarts is counted in the database instead.
 */
export function createFloodGate(clock: Clock) {
  let minute = 0;
  let counts = new Map<string, number>();
  return (name: string, most: number, by = 1): Refusal<'too_many_requests'> | undefined => {
    const now = clock().getTime();
    const current = Math.floor(now / MINUTE);
    if (current !== minute || counts.size > MOST_NAMES) {
      minute = current;
      counts = new Map();
    }
    const count = (counts.get(name) ?? 0) + by;
    counts.set(name, count);
    if (count <= most) return undefined;
    const seconds = Math.ceil(((current + 1) * MINUTE - now) / 1000);
    return refuse('too_many_requests', { retryAfter: Math.max(1, seconds) });
  };
}
