/**
 * Splits a whole amount by weights without losing a minor unit: largest remainder, the earlier share
 * first where remainders are equal. They always add up to `total` and carry its sign; where nothing
 * weighs anything all weigh the same. Nobody to share with takes no more than 0.
 */
export function shares(total: number, weights: readonly number[]): number[] {
  const all = weights.map(BigInt);
  const sum = all.reduce((a, b) => a + b, 0n);
  if (sum === 0n && all.length > 0) return shares(total, Array<number>(all.length).fill(1));
  const whole = BigInt(Math.abs(total));
  const parts = all.map((weight, at) => {
    const product = whole * weight;
    return { at, share: product / sum, rest: product % sum };
  });
  const left = whole - parts.reduce((a, { share }) => a + share, 0n);
  // less than one unit a share is left, so one round is enough
  for (const part of [...parts].sort(byRest).slice(0, Number(left))) part.share += 1n;
  return parts.map(({ share }) => Number(total < 0 ? -share : share));
}

const byRest = (a: { at: number; rest: bigint }, b: typeof a): number =>
  a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1;

/**
 * What the first `count` of `of` equal units come to, rounded towards 0: the difference between two
 * counts is what the units between them come to, so whatever is taken apart adds up again.
 */
export function firstOf(total: number, count: number, of: number): number {
  return of === 0 ? 0 : Number((BigInt(total) * BigInt(count)) / BigInt(of));
}

/** A whole amount times `by / of`, to the nearest minor unit, halves away from 0. */
export function scaled(total: number, by: number, of: number): number {
  if (of === 0) return total;
  const twice = 2n * BigInt(Math.abs(total)) * BigInt(by) + BigInt(of);
  const size = Number(twice / (2n * BigInt(of)));
  return total < 0 && size !== 0 ? -size : size;
}
