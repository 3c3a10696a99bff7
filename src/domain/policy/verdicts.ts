import type { Verdict } from '../../contract/actions.ts';
import type { Policy } from '../../contract/policy.ts';
import type { Reason } from '../../contract/reasons.ts';
import type { Case } from './case.ts';

export type Yes = Extract<Verdict, { allowed: true }>;
export type No = Extract<Verdict, { allowed: false }>;

export const no = (reason: Reason, more: Omit<No, 'allowed' | 'reason'> = {}): No => ({
  allowed: false,
  reason,
  ...more,
});

export const yes = ({ until, review }: { until?: string | undefined; review?: boolean }): Yes => ({
  allowed: true,
  ...(until !== undefined && { until }),
  ...(review && { review: true }),
});

/** Whose order it is and what the fraud check says of it comes before anything that is asked. */
export function riskOf({ order }: Case, { blockedCustomers, highRisk }: Policy): Verdict {
  const isRisky = order.risk === 'high' && highRisk !== 'as_others';
  const isBlocked = order.customer !== undefined && blockedCustomers.includes(order.customer);
  return isBlocked || (isRisky && highRisk === 'refuse')
    ? no('customer_blocked', { instead: 'shop' })
    : yes({ review: isRisky });
}

/** A verdict on several things at once: yes where one of them may be done, for as long as it may. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  const allowed = verdicts.filter((verdict) => verdict.allowed);
  if (allowed.length === 0) return verdicts[0] ?? no('not_offered', { instead: 'shop' });
  const ends = allowed.flatMap(({ until }) => until ?? []).sort();
  return yes({
    until: ends.length === allowed.length ? ends.at(-1) : undefined,
    review: allowed.every(({ review }) => review),
  });
}
