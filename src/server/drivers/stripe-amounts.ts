import { exponentOf } from '../../contract/exponents.ts';

/**
 * Stripe counts decimals its own way: ISK, which has none, as if it had two. What stands in neither
 * list has two. https://docs.stripe.com/currencies#zero-decimal
 */
const withoutDecimals = new Set([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF'],
  ...['XOF', 'XPF'],
]);
const withThree = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
/** Stripe’s page says both none and two of it: a hundredfold is not to be guessed. */
const unclear = 'UGX';

const stripeExponent = (currency: string): number =>
  withoutDecimals.has(currency) ? 0 : withThree.has(currency) ? 3 : 2;

/** By how much Stripe's unit is smaller than ours, as a power of ten. */
const shiftOf = (currency: string): number => stripeExponent(currency) - exponentOf(currency);

/** Our minor units as Stripe counts them; undefined where it has no unit for them. */
export function toStripe(amount: number, currency: string): number | undefined {
  const shift = shiftOf(currency);
  const counted = shift < 0 ? amount / 10 ** -shift : amount * 10 ** shift;
  const isKnown = Number.isSafeInteger(counted) && counted > 0 && currency !== unclear;
  return isKnown ? counted : undefined;
}

/** @param currency as Stripe writes it, in small letters */
export function fromStripe(amount: number, currency: string): number {
  const shift = shiftOf(currency.toUpperCase());
  return shift < 0 ? amount * 10 ** -shift : Math.floor(amount / 10 ** shift);
}
