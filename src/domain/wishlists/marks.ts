import type { Money } from '../../contract/money.ts';

/** Of as many or fewer a shopper is told how many are left. */
export const FEW = 3;

/** What is worth a word about something saved. */
export type Mark =
  | { is: 'less'; by: Money; was: Money }
  | { is: 'few'; left: number }
  | { is: 'gone' };

/** One variant, or the product's best one. */
export interface Offered {
  price: Money;
  available: boolean;
  stock?: number | undefined;
}

/** The first of these that holds: it cannot be had, it costs less than when it was saved, few are left. */
export function markOf(
  { price, available, stock }: Offered,
  saved: Money | undefined,
): Mark | undefined {
  if (!available || stock === 0) return { is: 'gone' };
  if (saved && saved.currency === price.currency && price.amount < saved.amount)
    return {
      is: 'less',
      by: { amount: saved.amount - price.amount, currency: price.currency },
      was: saved,
    };
  return stock !== undefined && stock <= FEW ? { is: 'few', left: stock } : undefined;
}
