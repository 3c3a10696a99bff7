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
 * Finds items like one by what is said of them, for those nobody had yet: TF-IDF over what words begin
 * with, and how near the prices are.
 */
export function createContent(items: readonly Described[]) {
  const { wordsOf, itemsOf } = indexOf(items);
  const rarity = Float64Array.from(itemsOf, ({ length }) => Math.log(1 + items.length / length));
  const lengths = Float64Array.from(
    wordsOf,
    (words) => Math.hypot(...words.map((word) => rarity[word]!)) || 1,
  );
  const likeness = new Float64Array(items.length);

  /** Best first; `not` leaves out. */
  return (item: number, most: number, not: (item: number) => boolean = () => false): number[] => {
    const met: number[] = [];
    for (const word of wordsOf[item] ?? []) {
      const others = itemsOf[word]!;
      if (others.length > COMMON) continue;
      const worth = rarity[word]! ** 2;
      for (const other of others) {
        if (likeness[other] === 0) met.push(other);
        likeness[other]! += worth;
      }
    }
    const found: { other: number; score: number }[] = [];
    for (const other of met) {
      const alike = likeness[other]! / lengths[item]! / lengths[other]!;
      likeness[other] = 0;
      // at best the prices are the same
      if (alike < LEAST || other === item || not(other)) continue;
      const score = alike * (1 - PRICE + PRICE * priceLikeness(items[item]!, items[other]!));
      if (score >= LEAST) found.push({ other, score });
    }
    return found
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, most)
      .map(({ other }) => other);
  };
}

/** Words as numbers: those of each item, and the items of each. */
function indexOf(items: readonly Described[]) {
  const numbers = new Map<string, number>();
  const itemsOf: number[][] = [];
  const wordsOf = items.map(({ text }, item) =>
    [...wordsIn(text)].map((word) => {
      const number = numbers.get(word) ?? itemsOf.push([]) - 1;
      numbers.set(word, number);
      itemsOf[number]!.push(item);
      return number;
    }),
  );
  return { wordsOf, itemsOf };
}

/** As far as they tell words apart: "cushion" and "cushions" are one. */
const wordsIn = (text: string): Set<string> =>
  new Set((text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf));

const stemOf = (word: string): string => word.slice(0, 5);

/** 1 for the same price, 0.5 for double or half. */
const priceLikeness = ({ price: one }: Described, { price: other }: Described): number =>
  one && other ? Math.min(one, other) / Math.max(one, other) : 0;
