import { nameKey } from '../products.ts';

/** Something a strip may show. */
export interface Choice<T> {
  item: T;
  name: string;
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

/** So many whose names say nearly the same come before others: one in blue, one in red. */
const ALIKE = 2;

/** What a strip shows, of choices best first: not all of one category, or of one name, while there are others. */
export function stripOf<T>(
  choices: readonly Choice<T>[],
  { most, least, together }: StripRules,
): T[] {
  const shown = new Map<string, number>();
  const names: ReadonlySet<string>[] = [];
  const first: T[] = [];
  const later: T[] = [];
  for (const { item, name, category } of choices) {
    if (first.length === most) break;
    const words = wordsOf(name);
    const before = category === undefined ? 0 : (shown.get(category) ?? 0);
    if (before >= together || names.filter((other) => areAlike(words, other)).length >= ALIKE) {
      later.push(item);
      continue;
    }
    if (category !== undefined) shown.set(category, before + 1);
    names.push(words);
    first.push(item);
  }
  const all = [...first, ...later].slice(0, most);
  return all.length < least ? [] : all;
}

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(nameKey(name).match(/\p{L}{3,}/gu) ?? []);

/** Half of the words of the shorter name are in the other. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  const shared = [...short].filter((word) => long.has(word)).length;
  return shared > 0 && shared * 2 >= short.size;
}
