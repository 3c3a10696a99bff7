import type { Told } from './told-refunds.ts';

/** A charge that was decided here, in all its parts, as an order's payments may tell it. */
export interface OwnCharge extends Pick<Told, 'kind' | 'amount' | 'method'> {
  /** What the payment provider calls its parts that have moved. */
  names: readonly string[];
}

/**
 * What was charged here, or is being charged, and an order that is told anew does not tell: as much of
 * it as its payments have become less. One that tells it as a part of another payment has no less.
 */
export function chargesKept<Payment extends Told>(
  own: readonly OwnCharge[],
  { before, told }: { before: readonly Payment[]; told: readonly Told[] },
): Payment[] {
  const charges = [...own];
  let less = paidIn(before) - paidIn(told);
  return before.flatMap((payment): Payment[] => {
    const at = charges.findIndex((charge) => isOf(payment, charge));
    if (at < 0) return [];
    // its parts have names of their own, and without a name there is but one
    if (payment.reference === undefined) charges.splice(at, 1);
    const amount = Math.min(less, payment.amount);
    if (amount <= 0) return [];
    less -= amount;
    return [{ ...payment, amount }];
  });
}

const paidIn = (payments: readonly Told[]): number =>
  payments.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);

const isOf = ({ reference, ...payment }: Told, { names, ...charge }: OwnCharge): boolean =>
  reference === undefined
    ? payment.kind === charge.kind &&
      payment.method === charge.method &&
      payment.amount === charge.amount
    : payment.amount > 0 && names.includes(reference);
