import type { Policy, PolicyLimit } from '../../contract/policy.ts';
import type { Reason, RuleProblem } from '../../contract/reasons.ts';
import type { Beyond } from '../../contract/staff-orders.ts';
import { lifted } from './limits.ts';

type No = { refused: RuleProblem; since?: string | undefined };
/** A yes, and what of the shopper's policy was left behind for it. */
export type Gone<Yes> = { yes: Yes; beyond: Beyond[] };

/** The limits a no may come from; what is not here is a fact, and nobody's to go beyond. */
const limitsBehind: Partial<Record<RuleProblem, readonly PolicyLimit[]>> = {
  ...{ window_closed: ['deadline'], already_in_hand: ['deadline'] },
  ...{ already_edited: ['repeat'], already_returned: ['repeat'] },
  ...{ final_sale: ['goods'], excluded_item: ['goods'], excluded_country: ['goods'] },
  ...{ excluded_channel: ['goods'], excluded_price: ['goods'] },
  ...{ customer_blocked: ['review'], photo_required: ['review'] },
  not_offered: ['reason', 'offer'],
};

/**
 * Decides by the shopper's policy, and where that says no, without those of its limits that say it: as
 * few as will do, and none but those that `may` be left behind. What the shop would look at first
 * needs no look where it is the shop that does it. `from`: limits that are left behind in any case.
 */
export function goBeyond<Yes extends { review?: boolean | undefined }, Not extends No>(
  policy: Policy,
  may: readonly PolicyLimit[],
  decide: (policy: Policy) => Yes | Not,
  from: readonly PolicyLimit[] = [],
): Gone<Yes> | Not {
  const beyond: Beyond[] = from.map((limit) => ({ limit }));
  const without = (more: readonly PolicyLimit[]) =>
    decide(lifted(policy, [...beyond.map(({ limit }) => limit), ...more]));
  const isLeft = (limit: PolicyLimit) =>
    may.includes(limit) && !beyond.some((each) => each.limit === limit);
  let found = without([]);
  const isNo = (one: Yes | Not): one is Not => 'refused' in one;
  while (isNo(found)) {
    const { refused, since } = found;
    const left = (limitsBehind[refused] ?? []).filter(isLeft);
    const helps = (limits: readonly PolicyLimit[]) => {
      const then = without(limits);
      return !isNo(then) || then.refused !== refused;
    };
    const one = left.find((limit) => helps([limit]));
    const needed = one === undefined ? left : [one];
    if (needed.length === 0 || (one === undefined && !helps(needed))) return found;
    beyond.push(...needed.map((limit) => ({ limit, ...becauseOf(refused, since) })));
    found = without([]);
  }
  if (found.review && isLeft('review')) {
    beyond.push({ limit: 'review' });
    const done = without([]);
    if (!isNo(done)) found = done;
  }
  return { yes: found, beyond };
}

const becauseOf = (refused: RuleProblem, since: string | undefined): Omit<Beyond, 'limit'> => ({
  ...(isReason(refused) && { reason: refused }),
  ...(since !== undefined && { since }),
});

const isReason = (code: RuleProblem): code is Reason =>
  code in limitsBehind && code !== 'photo_required';
