import { exponentOf } from '../../contract/exponents.ts';

/**
 * An amount as platforms write it, "1234.5", in the currency's minor units, without a float between.
 * Decimals beyond the currency's are rounded half away from zero; undefined when it is no amount.
 */
export function minorUnits(text: string, currency: string): number | undefined {
  const found = /^\s*([+-]?)(\d{1,15})(?:\.(\d{1,12}))?\s*$/.exec(text);
  if (!found) return undefined;
  const [, sign, whole = '', decimals = ''] = found;
  const exponent = exponentOf(currency);
  const kept = decimals.slice(0, exponent).padEnd(exponent, '0');
  const amount = Number(whole + kept) + (Number(decimals[exponent] ?? 0) >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(amount)) return undefined;
  return sign === '-' && amount !== 0 ? -amount : amount;
}
