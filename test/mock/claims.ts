/** The two claims these tests make; a browser has no assert of its own. */
export function same(actual: unknown, expected: unknown, about = 'It'): void {
  const [is, should] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (is !== should) throw new Error(`${about} should be ${should}, but is ${is}`);
}

export function holds(claim: boolean, words: string): void {
  if (!claim) throw new Error(`Not so: ${words}`);
}
