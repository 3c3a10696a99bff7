import { isFields } from './json-path.ts';

/**
 * What somebody has changed of a setting, in what it has become meanwhile: fields they left alone are
 * as they are now. A list is one field.
 */
export function rebased(was: unknown, mine: unknown, now: unknown): unknown {
  if (isSame(was, mine)) return now;
  if (!isFields(was) || !isFields(mine) || !isFields(now)) return mine;
  const names = [...new Set([...Object.keys(now), ...Object.keys(mine)])];
  const fields = names.map((name) => [name, rebased(was[name], mine[name], now[name])] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
