import type { Allowance } from '../../domain/identity/identity.ts';
import type { Clock, LimitStore, Quota } from '../ports.ts';
import { refuse, secondsUntil, type Refusal } from './refusal.ts';
import type { Keyring } from './secrets.ts';

export type TooMany = Refusal<'too_many_requests'>;

/** How a limit is counted: by keys that tell nobody whose they are. */
export interface Quotas {
  /** Of what is allowed somebody, a quota a window. */
  of(what: string, allowances: readonly Allowance[], ...who: string[]): Promise<Quota>[];
  /** Takes one of each, or none and says when there is room again. */
  take(all: readonly Quota[]): Promise<TooMany | undefined>;
  /** Whether there is no room for one more. */
  full(all: readonly Quota[]): Promise<TooMany | undefined>;
}

export function createQuotas(store: LimitStore, keyring: Keyring, clock: Clock): Quotas {
  return {
    of: (what, allowances, ...who) =>
      allowances.map(async ({ most, seconds }) => ({
        key: await keyring.mac(what, String(seconds), ...who),
        most,
        seconds,
      })),

    async take(all) {
      const now = clock();
      const { until } = await store.take(all, now.toISOString());
      return tooMany(until, now);
    },

    async full(all) {
      const now = clock();
      return tooMany(await store.freeFrom(all, now.toISOString()), now);
    },
  };
}

const tooMany = (until: string | undefined, now: Date): TooMany | undefined =>
  until === undefined
    ? undefined
    : refuse('too_many_requests', { retryAfter: secondsUntil(until, now) });
