import type { Verdict } from '../../contract/actions.ts';
import type { OrderStatus } from '../../contract/orders.ts';
import type { Policy, Window } from '../../contract/policy.ts';
import type { Reason } from '../../contract/reasons.ts';
import { orderStatus } from '../order-status.ts';
import type { Case } from './case.ts';
import { endOf } from './windows.ts';

type Stop = { until: 'processing' | 'shipped'; cutoff?: Window | undefined };
export type EditKind = keyof Policy['edit']['allowed'];

/** Whether the order, as a whole or in part, may be cancelled. */
export function mayCancel(of: Case, { cancel, ...policy }: Policy, now: Date): Verdict {
  if (!cancel.allowed) return no('not_offered', { instead: 'shop' });
  const verdict = inTime(of, cancel, { ...policy, now });
  if (!verdict.allowed) return verdict;
  if (of.edits > 0 && !cancel.afterEdit) return no('already_edited', { instead: 'shop' });
  return { ...verdict, ...(cancel.review && { review: true }) };
}

/** Whether something of the order may be changed. */
export function mayEdit(of: Case, kind: EditKind, { edit, ...policy }: Policy, now: Date): Verdict {
  if (!edit.allowed[kind]) return no('not_offered', { instead: 'shop' });
  const verdict = inTime(of, edit, { ...policy, now });
  if (!verdict.allowed) return verdict;
  if (of.edits > 0 && edit.once) return no('already_edited', { instead: 'shop' });
  return verdict;
}

export const no = (
  reason: Reason,
  more: Omit<Extract<Verdict, { allowed: false }>, 'allowed' | 'reason'> = {},
): Verdict => ({ allowed: false, reason, ...more });

/** Who is asked about first, whatever is asked. */
export function riskOf(
  { order }: Case,
  { blockedCustomers, highRisk }: Pick<Policy, 'blockedCustomers' | 'highRisk'>,
): Verdict {
  const isRisky = order.risk === 'high' && highRisk !== 'as_others';
  const isBlocked = order.customer !== undefined && blockedCustomers.includes(order.customer);
  if (isBlocked || (isRisky && highRisk === 'refuse'))
    return no('customer_blocked', { instead: 'shop' });
  return { allowed: true, ...(isRisky && { review: true }) };
}

type Rest = Omit<Policy, 'cancel' | 'edit'> & { now: Date };

function inTime(of: Case, { until, cutoff }: Stop, { now, ...policy }: Rest): Verdict {
  const status = orderStatus(of.order);
  if (status === 'cancelled') return no('order_cancelled');
  if (!before[until].has(status))
    return no('already_in_hand', { instead: insteadOf(status, policy.returns.allowed) });
  const risk = riskOf(of, policy);
  const end = cutoff && endOf(cutoff, of.order);
  if (!risk.allowed || end === undefined) return risk;
  if (now.toISOString() > end) return no('window_closed', { since: end, instead: 'wait' });
  return { ...risk, until: end };
}

const before: Record<Stop['until'], ReadonlySet<OrderStatus>> = {
  processing: new Set(['placed']),
  shipped: new Set(['placed', 'processing']),
};

const insteadOf = (status: OrderStatus, returns: boolean): 'return' | 'wait' | 'shop' =>
  !returns ? 'shop' : status === 'delivered' ? 'return' : 'wait';
