import type { Shape } from '../../contract/guards/shape.ts';

/**
 * Has this value all that the contract promises? Only presence and kind are looked at, so that a
 * newer server with more fields and more words still fits.
 */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string')
    return shape[0] === '=' ? String(value) === shape.slice(1) : typeof value === shape;
  if (Array.isArray(shape))
    return shape.length === 1
      ? Array.isArray(value) && value.every((item) => fits(item, shape[0]!))
      : shape.some((one) => fits(value, one));
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return Object.entries(shape).every(([name, inner]) =>
    name[0] === '?'
      ? fields[name.slice(1)] === undefined || fits(fields[name.slice(1)], inner)
      : fits(fields[name], inner),
  );
}
