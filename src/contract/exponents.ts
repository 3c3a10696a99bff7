/** ISO 4217's currencies whose minor unit is not a hundredth, by how many decimals they have. */
const others = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/**
 * How many decimals a currency has by ISO 4217: EUR 2, JPY 0, KWD 3. Intl knows another number, of
 * those that are in use: a forint has hundredths that nobody writes.
 */
export function exponentOf(currency: string): number {
  for (const [exponent, codes] of Object.entries(others))
    if (codes.includes(currency)) return Number(exponent);
  return 2;
}
