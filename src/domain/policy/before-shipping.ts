import type { Verdict } from '../../contract/actions.ts';
import type { OrderStatus } from '../../contract/orders.ts';
import type { Policy } from '../../contract/policy.ts';
import { orderStatus } from '../orders/status.ts';
import type { Case } from './case.ts';
import { no, riskOf, yes } from './verdicts.ts';
import { endOf } from './windows.ts';

export type EditKind = keyof Policy['edit']['allowed'];

/** Whether the order, as a whole, may be cancelled. */
export function mayCancel(of: Case, policy: Policy, now: Date): Verdict {
  const { allowed, afterEdit, review } = policy.cancel;
  if (!allowed) return no('not_offered', { instead: 'shop' });
  const verdict = inTime(of, policy, 'cancel', now);
  if (!verdict.allowed) return verdict;
  if (of.edits > 0 && !afterEdit) return no('already_edited', { instead: 'shop' });
  return yes({ until: verdict.until, review: review || verdict.review === true });
}

/** Whether something of the order may be changed. */
export function mayEdit(of: Case, kind: EditKind, policy: Policy, now: Date): Verdict {
  const isHad = kind !== 'shipping' || of.shippingMethods.some(({ id }) => !isSentBy(of, id));
  if (!policy.edit.allowed[kind] || !isHad) return no('not_offered', { instead: 'shop' });
  const verdict = inTime(of, policy, 'edit', now);
  if (!verdict.allowed) return verdict;
  const isDone =
    (of.edits > 0 && policy.edit.once) ||
    (kind === 'payment' && of.paymentEdits > 0 && policy.edit.paymentOnce);
  return isDone ? no('already_edited', { instead: 'shop' }) : verdict;
}

/** It is sent this way already. */
export const isSentBy = ({ order }: Pick<Case, 'order'>, method: string): boolean =>
  order.shippingMethod === method;

function inTime(of: Case, policy: Policy, what: 'cancel' | 'edit', now: Date): Verdict {
  const { until, cutoff } = policy[what];
  const status = orderStatus(of.order);
  if (status === 'cancelled') return no('order_cancelled');
  if (!before[until].has(status))
    return no('already_in_hand', { instead: insteadOf(status, policy) });
  const risk = riskOf(of, policy);
  const end = cutoff && endOf(cutoff, of.order);
  if (!risk.allowed || end === undefined) return risk;
  return now.toISOString() > end
    ? no('window_closed', { since: end, instead: insteadOf(status, policy) })
    : { ...risk, until: end };
}

const before: Record<Policy['cancel']['until'], ReadonlySet<OrderStatus>> = {
  processing: new Set(['placed']),
  shipped: new Set(['placed', 'processing']),
};

/** What can no longer be stopped can go back once it is there. */
const insteadOf = (status: OrderStatus, { returns }: Policy): 'return' | 'wait' | 'shop' =>
  !returns.allowed ? 'shop' : status === 'delivered' ? 'return' : 'wait';
