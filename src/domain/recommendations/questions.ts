import type { Wish } from './candidates.ts';

/** Visits, where what comes next is asked for, or baskets, where what belongs with the rest is. */
export type Kind = 'visits' | 'baskets';

export interface Question extends Omit<Wish, 'most'> {
  answer: number;
}

/** So many items of one basket are hidden in turn, when a ranking is learned. */
const HIDDEN = 4;

/** Every item after the first of a visit is asked for; of a basket a few, never twice the same. */
export function* questionsOf(
  lists: Iterable<ArrayLike<number>>,
  kind: Kind,
  dice: () => number,
  hidden = HIDDEN,
): Generator<Question> {
  for (const list of lists) {
    const items = Array.from(list);
    if (kind === 'visits')
      for (let at = 1; at < items.length; at++)
        yield { context: items.slice(0, at), answer: items[at]! };
    else if (items.length > 1)
      for (const at of shuffled([...items.keys()], dice).slice(0, hidden))
        yield asking(items.toSpliced(at, 1), items[at]!);
  }
}

/** What is in a basket is not put in again. */
function asking(context: number[], answer: number): Question {
  const held = new Set(context);
  return { context, answer, not: (item) => held.has(item) };
}

export function shuffled<T>(things: T[], dice: () => number): T[] {
  for (let at = things.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1));
    [things[at], things[other]] = [things[other]!, things[at]!];
  }
  return things;
}
