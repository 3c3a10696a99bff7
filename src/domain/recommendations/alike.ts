import { createContent, type Described } from './content.ts';

/** What is said alike of which: item `i` has its own, best first, from `start[i]`. */
export interface Alike {
  start: Int32Array;
  item: Int32Array;
}

/** So many an item has at most. */
const WIDTH = 12;
/** An item that was had less often is looked up by what is said of it; so many are, the rarest first. */
const RARE = 20;
const MOST = 20_000;

/** Of items that few ever had, and of those that are like them: what is sold often speaks for itself. */
export function alikeOf(items: readonly Described[], had: (item: number) => number): Alike {
  const alike = createContent(items);
  const isSilent = (item: number) => items[item]!.text === '';
  const rare = [...items.keys()]
    .filter((item) => had(item) < RARE && !isSilent(item))
    .sort((a, b) => had(a) - had(b) || a - b)
    .slice(0, MOST);
  const found = items.map(() => new Array<number>());
  for (const item of rare) found[item] = alike(item, WIDTH, isSilent);
  for (const item of rare)
    for (const other of found[item]!.slice())
      if (found[other]!.length < WIDTH && !found[other]!.includes(item)) found[other]!.push(item);
  const start = new Int32Array(items.length + 1);
  for (const [item, others] of found.entries()) start[item + 1] = start[item]! + others.length;
  return { start, item: Int32Array.from(found.flat()) };
}

/** Those like an item, best first. */
export const likeIn = ({ start, item: items }: Alike, item: number): Int32Array =>
  items.subarray(start[item] ?? 0, start[item + 1] ?? 0);
