/** Something a strip may show. */
export interface Choice<T> {
  item: T;
  /** Undefined is a category of its own. */
  category: string | undefined;
}

export interface StripRules {
  /** So many are shown at most; with fewer than `least` the strip hides. */
  most: number;
  least: number;
  /** So many of one category come before those of others. */
  together: number;
}

/** What a strip shows, of choices best first: not all of one category while there are others. */
export function stripOf<T>(
  choices: readonly Choice<T>[],
  { most, least, together }: StripRules,
): T[] {
  const shown = new Map<string, number>();
  const first: T[] = [];
  const later: T[] = [];
  for (const { item, category } of choices) {
    const before = category === undefined ? 0 : (shown.get(category) ?? 0);
    if (category !== undefined) shown.set(category, before + 1);
    (before < together ? first : later).push(item);
  }
  const all = [...first, ...later].slice(0, most);
  return all.length < least ? [] : all;
}
