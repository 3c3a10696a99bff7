import type { Policy } from '../../contract/policy.ts';
import type { MethodRecord, MoveRecord } from '../changes/changes.ts';
import type { OrderRecord, PaymentRecord } from '../orders/orders.ts';
import type { Case } from '../policy/case.ts';
import { shares } from './shares.ts';

/** One way in which an order was paid, and what is left of it once refunds are taken off. */
export type Paid = Omit<PaymentRecord, 'amount'> & { net: number };

/** Money that was decided and moves later counts as moved: it cannot be promised twice. */
export function netPaid({ order, planned }: Pick<Case, 'order' | 'planned'>): number {
  return paymentsAfter(order, planned.filter(isRefund)).reduce(
    (sum, { amount }) => sum + amount,
    0,
  );
}

/** Moves that give `amount` back to what paid, each at most what it paid, in proportion. */
export function givenBack(
  of: Pick<Case, 'order' | 'planned'>,
  amount: number,
  { policy, now }: { policy: Policy; now: boolean },
): MoveRecord[] {
  const ways = waysOf(of).filter(({ net }) => net > 0);
  const parts = shares(
    amount,
    ways.map(({ net }) => net),
  );
  return ways.flatMap(({ net: _, ...way }, at) => {
    const part = parts[at] ?? 0;
    return part === 0 ? [] : [moveOf(way, part, { policy, now })];
  });
}

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

/** Payments of which a charge has its provider's name; of one that was paid in parts, the part. */
export function named(
  payments: readonly PaymentRecord[],
  { kind, method, amount }: Pick<MoveRecord, 'kind' | 'method' | 'amount'>,
  reference: string,
): PaymentRecord[] {
  const paid = -amount;
  const at = payments.findIndex(
    (each) =>
      each.reference === undefined &&
      each.kind === kind &&
      each.method === method &&
      each.amount >= paid,
  );
  const found = payments[at];
  if (!found) return [...payments];
  const rest = found.amount - paid;
  return payments.toSpliced(
    at,
    1,
    { ...found, reference, amount: paid },
    ...(rest > 0 ? [{ ...found, amount: rest }] : []),
  );
}

/** A charge that is still to come has paid for nothing yet. */
const isRefund = ({ amount }: MoveRecord): boolean => amount > 0;

/** Refunds name the payment they give back, or else the method, or look like it. */
const keyOf = ({ reference, method, kind, label, lastFour }: Omit<PaymentRecord, 'amount'>) =>
  JSON.stringify(reference ?? method ?? [kind, label, lastFour]);

export function waysOf({ order, planned }: Pick<Case, 'order' | 'planned'>): Paid[] {
  const ways = new Map<string, Paid>();
  for (const { amount, ...way } of paymentsAfter(order, planned.filter(isRefund))) {
    const known = ways.get(keyOf(way));
    if (known) known.net += amount;
    else ways.set(keyOf(way), { ...way, net: amount });
  }
  return [...ways.values()];
}
