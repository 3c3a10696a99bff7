/**
 * Values as every engine keeps them. libsql aborts the whole process on a bound boolean; SQLite
 * cuts text at NUL and makes NaN NULL; Postgres would write objects and dates in a way of its own.
 */
export function bindable(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters)
    if (!isBindable(value)) throw new TypeError(`A ${typeof value} cannot be stored as it is`);
  return parameters;
}

const isBindable = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && !value.includes('\0')) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) ||
  value instanceof Uint8Array;
