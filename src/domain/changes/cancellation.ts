import type { CancellationRequest } from '../../contract/cancellations.ts';
import type { Asked } from './asked.ts';
import type { Change, Refused, SumRecord } from './changes.ts';
import type { OrderRecord } from '../orders/orders.ts';
import {
  givenBack,
  moveOf,
  netPaid,
  paymentsAfter,
  storeCredit,
  surelyPaid,
} from '../money/paid.ts';
import { mayCancel } from '../policy/before-shipping.ts';
import { goneOf, without, wholeOf, type Units } from './shrinking.ts';

/**
 * What cancelling an order, or units of it, does. A cancelled order keeps its lines; one cancelled
 * in part loses them. What was never paid is not given back.
 */
export function decideCancellation({
  case: of,
  policy,
  request,
  now,
}: Asked<CancellationRequest>): Change | Refused {
  const verdict = mayCancel(of, policy, now);
  if (!verdict.allowed) return { refused: verdict.reason };
  if (policy.cancel.reasons?.includes(request.reason) === false) return { refused: 'not_offered' };
  if (request.refundTo === 'store_credit' && !policy.storeCredit)
    return { refused: 'payment_method_refused' };
  const units = unitsOf(of.order, request);
  if ('refused' in units) return units;
  const isWhole = of.order.lines.every(({ id, quantity }) => units.get(id) === quantity);
  if (!isWhole && !policy.cancel.lines) return { refused: 'not_offered' };

  const review = verdict.review === true;
  const { order, sums } = isWhole ? cancelled(of.order) : without(of.order, units);
  const due = sums.reduce((sum, { amount }) => sum + amount, 0);
  const back = Math.min(due, Math.max(0, netPaid(of) - (isWhole ? 0 : order.total)));
  const how = { policy, now: !review };
  // what is still being charged cannot be had as credit: it goes back where it comes from
  const credit = request.refundTo === 'original' ? 0 : Math.min(back, surelyPaid(of));
  const inCredit = credit > 0 ? [moveOf(storeCredit, credit, how)] : [];
  const left = { ...of, planned: [...of.planned, ...inCredit] };
  const moves = [...inCredit, ...givenBack(left, back - credit, how)];
  return {
    kind: 'cancellation',
    sums: back < due ? [...sums, { kind: 'unpaid', amount: back - due }] : sums,
    moves,
    review,
    ...(!review && undoWithin(policy.cancel.undoMinutes, now)),
    order: { ...order, payments: paymentsAfter(order, moves) },
    stock: goneOf(of.order, units).map(({ variant, quantity: by }) => ({ variant, by })),
  };
}

function cancelled(order: OrderRecord): { order: OrderRecord; sums: SumRecord[] } {
  return { order: { ...order, status: 'cancelled' }, sums: wholeOf(order) };
}

/** Which units are meant; a line that is named twice is meant with both quantities. */
function unitsOf(order: OrderRecord, { lines }: CancellationRequest): Units | Refused {
  if (!lines) return new Map(order.lines.map(({ id, quantity }) => [id, quantity]));
  const units = new Map<string, number>();
  for (const { line, quantity } of lines) units.set(line, (units.get(line) ?? 0) + quantity);
  const have = new Map(order.lines.map(({ id, quantity }) => [id, quantity]));
  const over = [...units].flatMap(([line, count]) => (count > (have.get(line) ?? 0) ? line : []));
  return over.length > 0 ? { refused: 'nothing_left', lines: over } : units;
}

export const undoWithin = (minutes: number, now: Date): { undoUntil?: string } =>
  minutes === 0 ? {} : { undoUntil: new Date(now.getTime() + minutes * 60_000).toISOString() };
