/** The few comparisons the element tests need, with what was there in the message. */
export function ok(value: unknown, message: string): void {
  if (!value) throw new Error(message);
}

const show = (value: unknown) => JSON.stringify(value, undefined, 1);

export function equal(actual: unknown, expected: unknown): void {
  ok(Object.is(actual, expected), `expected ${show(expected)}, got ${show(actual)}`);
}

export function deepEqual(actual: unknown, expected: unknown): void {
  ok(show(actual) === show(expected), `expected ${show(expected)}, got ${show(actual)}`);
}

export function match(actual: string, pattern: RegExp): void {
  ok(pattern.test(actual), `expected ${pattern}, got ${show(actual)}`);
}
