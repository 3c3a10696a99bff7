import type { Policy } from '../../contract/policy.ts';
import type { MethodRecord, MoveRecord } from '../changes/changes.ts';
import type { OrderRecord, PaymentRecord } from '../orders/orders.ts';
import type { Case } from '../policy/case.ts';
import { shares } from './shares.ts';

/** One way in which an order was paid, and what is left of it once refunds are taken off. */
export type Paid = Omit<PaymentRecord, 'amount'> & {
  net: number;
  /** What of it is not still being charged. */
  sure: number;
};
type Of = Pick<Case, 'order' | 'planned' | 'charging'>;

/** Money that was decided and moves later counts as moved: it cannot be promised twice. */
export function netPaid({ order, planned }: Omit<Of, 'charging'>): number {
  return sum(paymentsAfter(order, planned.filter(isRefund)).map(({ amount }) => amount));
}

/** Of that, what nobody is still to be charged for. */
export function surelyPaid(of: Of): number {
  const charging = waysOf(of).filter(({ net }) => net > 0);
  return Math.max(0, netPaid(of) - sum(charging.map(({ net, sure }) => net - sure)));
}

/**
 * Moves that give `amount` back to what paid, each at most what it paid, in proportion. What is still
 * being charged comes last: it can be given back only once it is there.
 */
export function givenBack(
  of: Of,
  amount: number,
  { policy, now }: { policy: Policy; now: boolean },
): MoveRecord[] {
  const ways = waysOf(of).filter(({ net }) => net > 0);
  const sure = ways.map((way) => way.sure);
  const first = Math.min(amount, surelyPaid(of));
  const parts = shares(first, sure);
  const rest = shares(
    amount - first,
    ways.map(({ net }, at) => net - sure[at]!),
  );
  return ways.flatMap(({ net: _, sure: __, ...way }, at) => {
    const part = parts[at]! + rest[at]!;
    return part === 0 ? [] : [moveOf(way, part, { policy, now })];
  });
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** To the shopper where `amount` is positive, from them where it is negative. */
export function moveOf(
  { kind, method, label, lastFour, reference }: Omit<PaymentRecord, 'amount'>,
  amount: number,
  { policy, now }: { policy: Policy; now: boolean },
): MoveRecord {
  return {
    kind,
    ...(method !== undefined && { method }),
    label,
    ...(lastFour !== undefined && { lastFour }),
    ...(reference !== undefined && { reference }),
    amount,
    days: amount > 0 ? (policy.refundDays[kind] ?? { from: 0, to: 0 }) : { from: 0, to: 0 },
    now,
  };
}

export const storeCredit = { kind: 'store_credit', label: 'Store credit' } as const;

export const wayOf = ({
  id,
  kind,
  label,
  lastFour,
}: MethodRecord): Omit<PaymentRecord, 'amount'> => ({
  kind,
  method: id,
  label,
  ...(lastFour !== undefined && { lastFour }),
});

/** The order's payments once the moves are made: what goes to the shopper is negative there. */
export function paymentsAfter(order: OrderRecord, moves: readonly MoveRecord[]): PaymentRecord[] {
  const made = moves.map(({ days: _days, now: _now, amount, ...way }) => ({
    ...way,
    amount: -amount,
  }));
  return [...order.payments, ...made];
}

/**
 * Payments once it is known what became of a move, or a part of it: the payment has this name, or,
 * without one, there never was any.
 */
export function movedAs(
  payments: readonly PaymentRecord[],
  move: Pick<MoveRecord, 'kind' | 'method' | 'reference' | 'amount'>,
  reference: string | undefined,
): PaymentRecord[] {
  const paid = -move.amount;
  const at = payments.findIndex(
    (each) =>
      each.reference === move.reference &&
      each.kind === move.kind &&
      each.method === move.method &&
      Math.sign(each.amount) === Math.sign(paid) &&
      Math.abs(each.amount) >= Math.abs(paid),
  );
  const found = payments[at];
  if (!found) return [...payments];
  const rest = found.amount - paid;
  return payments.toSpliced(
    at,
    1,
    ...(reference === undefined ? [] : [{ ...found, reference, amount: paid }]),
    ...(rest === 0 ? [] : [{ ...found, amount: rest }]),
  );
}

/** A charge that is still to come has paid for nothing yet. */
const isRefund = ({ amount }: MoveRecord): boolean => amount > 0;

/** Refunds name the payment they give back, or else the method, or look like it. */
const keyOf = ({ reference, method, kind, label, lastFour }: Omit<PaymentRecord, 'amount'>) =>
  JSON.stringify(reference ?? method ?? [kind, label, lastFour]);

export function waysOf({ order, planned, charging }: Of): Paid[] {
  const ways = new Map<string, Omit<Paid, 'sure'>>();
  for (const { amount, ...way } of paymentsAfter(order, planned.filter(isRefund))) {
    const known = ways.get(keyOf(way));
    if (known) known.net += amount;
    else ways.set(keyOf(way), { ...way, net: amount });
  }
  return [...ways].map(([key, way]) => {
    const asked = sum(charging.flatMap((move) => (keyOf(move) === key ? -move.amount : [])));
    return { ...way, sure: Math.max(0, way.net - asked) };
  });
}
