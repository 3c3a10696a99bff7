import { exponentOf } from '../../../contract/exponents.ts';
import type { Money } from '../../../contract/money.ts';

/** A sum as a reader of the language writes it. */
export const moneyIn = (language: string, { amount, currency }: Money): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, numberingSystem: 'latn' })
    .format(amount / 10 ** exponentOf(currency))
    // a true minus, where the language has a hyphen for it
    .replace('-', '−');
