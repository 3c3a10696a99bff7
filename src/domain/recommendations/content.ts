/** What is said of an item. */
export interface Described {
  /** Its name, category and tags, as one text. */
  text: string;
  /** In minor units. */
  price?: number;
}

/** A word on more items than that tells none of them from others. */
const COMMON = 2000;
/** What is less like it than this is not: a word that two names share makes nothing alike. */
const LEAST = 0.35;
/** The part of the likeness that is the price's. */
const PRICE = 0.2;

/**
 * Finds items like one by what is said of them, for those nobody had yet: TF-IDF over words and what they
 * begin with, so that "cushion" finds "cushions", and how near the prices are.
 */
export function createContent(items: readonly Described[]) {
  const itemsOf = new Map<string, number[]>();
  const wordsOf = items.map(({ text }) => wordsIn(text));
  for (const [item, words] of wordsOf.entries())
    for (const word of words) {
      const known = itemsOf.get(word);
      if (known) known.push(item);
      else itemsOf.set(word, [item]);
    }
  const rarityOf = (word: string): number => Math.log(1 + items.length / itemsOf.get(word)!.length);
  const lengths = wordsOf.map((words) => Math.hypot(...[...words].map(rarityOf)) || 1);

  /** Best first; `not` leaves out. */
  return (item: number, most: number, not: (item: number) => boolean = () => false): number[] => {
    const likeness = new Map<number, number>();
    for (const word of wordsOf[item] ?? []) {
      const others = itemsOf.get(word)!;
      if (others.length > COMMON) continue;
      for (const other of others)
        if (other !== item && !not(other))
          likeness.set(other, (likeness.get(other) ?? 0) + rarityOf(word) ** 2);
    }
    const score = (other: number): number =>
      (likeness.get(other)! / lengths[item]! / lengths[other]!) *
      (1 - PRICE + PRICE * priceLikeness(items[item]!, items[other]!));
    const found = [...likeness.keys()].map((other) => ({ other, score: score(other) }));
    return found
      .filter((one) => one.score >= LEAST)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, most)
      .map(({ other }) => other);
  };
}

/** As far as they tell words apart: "cushion" and "cushions" are one. */
const wordsIn = (text: string): Set<string> =>
  new Set((text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf));

const stemOf = (word: string): string => word.slice(0, 5);

/** 1 for the same price, 0.5 for double or half. */
const priceLikeness = ({ price: one }: Described, { price: other }: Described): number =>
  one && other ? Math.min(one, other) / Math.max(one, other) : 0;
