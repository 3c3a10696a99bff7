import type { Asked } from '../changes/asked.ts';
import type { MethodRecord, MoveRecord, Refused, SumRecord } from '../changes/changes.ts';
import type { PaymentRecord } from '../orders/orders.ts';
import { givenBack, moveOf, netPaid, wayOf, waysOf } from './paid.ts';

/** Money that moves, and what does not since it was never paid. */
export interface Settled {
  moves: MoveRecord[];
  unpaid: SumRecord[];
}

type Of = Pick<Asked<unknown>, 'case' | 'policy' | 'methods'>;
interface How {
  /** What the order comes to then. */
  total: number;
  /** Payment method; left out: what paid the order. */
  chosen: string | undefined;
  now: boolean;
}

/** How a difference is settled: given back where `due` is positive, charged where it is negative. */
export function settle(of: Of, due: number, how: How): Settled | Refused {
  if (how.chosen !== undefined && !plainWay(of, how.chosen))
    return { refused: 'payment_method_refused' };
  if (due === 0) return { moves: [], unpaid: [] };
  return due > 0 ? refund(of, due, how) : charge(of, -due, how);
}

function refund(of: Of, due: number, { total, chosen, now }: How): Settled {
  const back = Math.min(due, Math.max(0, netPaid(of.case) - total));
  const how = { policy: of.policy, now };
  const way = chosen === undefined ? undefined : plainWay(of, chosen);
  // a payment is named only where it is large enough to be given back of
  const paid = waysOf(of.case).find(({ method, net }) => method === chosen && net >= back);
  const moves = way ? [moveOf(paid ?? way, back, how)] : givenBack(of.case, back, how);
  return { moves: moves.filter(({ amount }) => amount !== 0), unpaid: unpaidOf(back - due) };
}

function charge(of: Of, owed: number, { chosen, now }: How): Settled | Refused {
  const paid = waysOf(of.case).find(({ net }) => net > 0);
  const way = chosen === undefined ? paid : plainWay(of, chosen);
  // what nobody has paid for yet comes to more, and is still to be paid
  if (!way) return { moves: [], unpaid: unpaidOf(owed) };
  if (!covers(of, way, owed)) return { refused: 'insufficient_balance' };
  const { reference: _, ...payer } = way;
  return { moves: [moveOf(payer, -owed, { policy: of.policy, now })], unpaid: [] };
}

type Way = Omit<PaymentRecord, 'amount'>;

/** A method of the customer, or one that paid this order and that they no longer have. */
function plainWay({ case: of, methods }: Of, chosen: string): Way | undefined {
  const own = methods.find(({ id }) => id === chosen);
  if (own) return wayOf(own);
  const paid = waysOf(of).find(({ method }) => method === chosen);
  if (!paid) return undefined;
  const { reference: _, net: __, sure: ___, ...way } = paid;
  return way;
}

/** Cards may turn out to be refused; what has a balance tells beforehand. */
export function covers({ case: of, methods }: Of, { kind, method }: Way, amount: number): boolean {
  if (!hasBalance(kind)) return true;
  const balance = methods.find(({ id }) => id === method)?.balance;
  return balance?.currency === of.order.currency && balance.amount >= amount;
}

export const hasBalance = (kind: MethodRecord['kind']): boolean =>
  kind === 'gift_card' || kind === 'store_credit';

const unpaidOf = (amount: number): SumRecord[] =>
  amount === 0 ? [] : [{ kind: 'unpaid', amount }];
