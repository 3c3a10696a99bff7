import { exponentOf } from '../../contract/exponents.ts';
import type { Payment } from '../../contract/orders.ts';
import type { Say } from './words.ts';

interface Money {
  amount: number;
  currency: string;
}

/** A sum, from the currency's own minor units. */
export function money({ amount, currency }: Money, { locale, numbers, once }: Say): string {
  const formatter = once(
    currency,
    () => new Intl.NumberFormat(locale, { ...numbers, style: 'currency', currency }),
  );
  return formatter.format(amount / 10 ** exponentOf(currency));
}

/** From one day to another: 26 – 28 Nov. */
export const days = (from: string, to: string, { format }: Say): string =>
  format({ day: 'numeric', month: 'short' }).formatRange(new Date(from), new Date(to));

/** Names in a row; each may be in another script. */
export const list = (items: readonly string[], { rtl, isolate }: Say): string =>
  items.map(isolate).join(rtl ? '، ' : ', ');

type Method = Pick<Payment, 'kind' | 'label' | 'lastFour'>;

/** A payment method as it is called in a sentence: Visa •• 4120. What the desk gives, it names. */
export const methodName = ({ kind, label, lastFour }: Method, { text }: Say): string =>
  kind === 'store_credit' ? text('storeCredit') : lastFour ? `${label} •• ${lastFour}` : label;
