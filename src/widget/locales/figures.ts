import { exponentOf } from '../../contract/exponents.ts';
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

/** A payment method as it is called in a sentence: Visa •• 4120. */
export const methodName = (method: { label: string; lastFour?: string | undefined }): string =>
  method.lastFour ? `${method.label} •• ${method.lastFour}` : method.label;
