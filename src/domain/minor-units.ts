const exponents = new Map<string, number>();

/** How many decimals a currency has of its own: EUR 2, JPY 0, KWD 3. */
export function exponentOf(currency: string): number {
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
    exponents.set(currency, exponent);
  }
  return exponent;
}

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
