import type { PaymentRecord } from '../orders/orders.ts';

/** A payment as a platform tells it: of a refund, which is negative, often less than we know. */
export interface Told extends Pick<PaymentRecord, 'kind' | 'amount'> {
  reference?: string | undefined;
  method?: string | undefined;
  lastFour?: string | undefined;
}

/**
 * Of the refunds that a shop moves by hand, those it has made: it tells them for the first time among
 * an order's payments. `promised` are those that were among them before, are still owed, and are left
 * of what was paid: nobody may be promised them twice.
 */
export function refundsTold<Owed extends Told>(
  owed: readonly Owed[],
  { before, told }: Record<'before' | 'told', readonly Told[]>,
): { made: Owed[]; promised: Owed[] } {
  const known = before.filter(isRefund);
  const promised = owed.filter((refund) => take(known, refund));
  const news = told.filter(isRefund);
  for (const each of known) take(news, each);
  const made = owed.filter((refund) => take(news, refund));
  let left = told.reduce((sum, { amount }) => sum + amount, 0);
  const isLeft = ({ amount }: Told) => {
    const fits = left + amount >= 0;
    if (fits) left += amount;
    return fits;
  };
  return { made, promised: promised.filter((refund) => !made.includes(refund) && isLeft(refund)) };
}

const isRefund = ({ amount }: Told): boolean => amount < 0;

/** Takes the first that may be the same out of the list; answers whether there was one. */
function take(list: Told[], wanted: Told): boolean {
  const at = list.findIndex((each) => maybeSame(each, wanted));
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

/** What only one of them names tells nothing. */
const maybeSame = (one: Told, other: Told): boolean =>
  one.amount === other.amount &&
  one.kind === other.kind &&
  (['reference', 'method', 'lastFour'] as const).every(
    (name) => one[name] === undefined || other[name] === undefined || one[name] === other[name],
  );
