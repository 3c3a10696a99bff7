import { exponentOf } from '../../contract/exponents.ts';
import type { Payment } from '../../contract/orders.ts';
import type { Say } from './words.ts';

interface Money {
  amount: number;
  currency: string;
}

/** As wide as a plus, and read out as one word; Intl has a hyphen for it in most languages. */
const MINUS = '−';

/** A sum that is added or taken, with the sign that says so. */
export const signed = (sum: Money, words: Say): string =>
  sum.amount > 0
    ? money({ ...sum, amount: -sum.amount }, words).replace(MINUS, '+')
    : money(sum, words);

/** A sum, from the currency's own minor units. */
export function money({ amount, currency }: Money, { locale, numbers, once }: Say): string {
  const formatter = once(
    currency,
    () => new Intl.NumberFormat(locale, { ...numbers, style: 'currency', currency }),
  );
  return formatter.format(amount / 10 ** exponentOf(currency)).replace('-', MINUS);
}

/** From one day to another: 26 – 28 Nov. */
export const days = (from: string, to: string, { format }: Say): string =>
  format({ day: 'numeric', month: 'short' }).formatRange(new Date(from), new Date(to));

/** What ends a sentence that is put together. */
export const stop = ({ locale }: Say): string => (locale.startsWith('ja') ? '。' : '.');

/** What stands between names, where it is no comma. */
const BETWEEN: Readonly<Record<string, string>> = { ar: '، ', ja: '、' };

/** Names in a row; each may be in another script. */
export const list = (items: readonly string[], { locale, isolate }: Say): string =>
  items.map(isolate).join(BETWEEN[locale.slice(0, 2)] ?? ', ');

type Method = Pick<Payment, 'kind' | 'label' | 'lastFour'>;

/** A payment method as it is called in a sentence: Visa •• 4120. What the desk gives, it names. */
export const methodName = ({ kind, label, lastFour }: Method, { text }: Say): string =>
  kind === 'store_credit'
    ? text('storeCredit')
    : lastFour
      ? `${label}\u00a0••\u00a0${lastFour}`
      : label;
