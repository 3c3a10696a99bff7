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

/** What says more than so many names again comes after others: it is in blue what is there in red and green. */
const SAID = 1.2;
/** A name that shares less than this part of its words says something else. */
const PART = 1 / 3;

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
    const said = names.reduce((sum, other) => sum + sharedPart(words, other), 0);
    if (before >= together || said > SAID) {
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

/** The part of the shorter name's words that the other has too; 0 where it is small. */
function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  const part = [...short].filter((word) => long.has(word)).length / Math.max(1, short.size);
  return part >= PART ? part : 0;
}
