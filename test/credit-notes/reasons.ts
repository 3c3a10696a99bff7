import { shippingCodes } from '../data/online-retail.ts';
import { leftOf, type Purchase } from './purchases.ts';

/** Why a line of a credit note is no return; the last two are faults of ours. */
export const reasons = [
  'postage',
  'discount given later',
  'manual entry',
  'samples',
  'fees and donations',
  'no customer',
  'no invoice before it',
  'more units than were left',
  'other price than was paid',
  'refused',
  'other sum',
] as const;
export type Reason = (typeof reasons)[number];

export const faults: ReadonlySet<Reason> = new Set(['refused', 'other sum']);

/** Entries of the books in the place of an article. */
const codes: Record<string, Reason> = {
  D: 'discount given later',
  M: 'manual entry',
  S: 'samples',
  AMAZONFEE: 'fees and donations',
  'BANK CHARGES': 'fees and donations',
  CRUK: 'fees and donations',
};

interface Credited {
  sku: string;
  customer: string;
  quantity: number;
}

/** Why nothing on the shelf is what this line takes back. */
export function reasonOf(
  { sku, customer, quantity }: Credited,
  shelf: readonly Purchase[],
): Reason {
  if (shippingCodes.has(sku)) return 'postage';
  const entry = codes[sku];
  if (entry) return entry;
  if (customer === '') return 'no customer';
  if (shelf.length === 0) return 'no invoice before it';
  return leftOf(shelf) < quantity ? 'more units than were left' : 'other price than was paid';
}
