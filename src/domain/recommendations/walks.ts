import type { Held } from './context.ts';
import { highest } from './highest.ts';
import type { Neighbours } from './neighbours.ts';
import { columnOf } from './signals.ts';
import type { Tally } from './tally.ts';

/** So many items of the context, the latest, are walked from. */
const ITEMS = 8;
/** So many ends of two steps, the likeliest, are found, and walked on from; and of three. */
const ENDS = 200;
const ON = 300;
/** A way less likely than this is not walked. */
const LEAST = 1e-4;

const { walkLast, walk, walkOn } = columnOf;

/** Adds where walks of two and three steps from the context end. */
export function createWalks({ width, item, strength }: Neighbours) {
  const last = createEnds();
  const all = createEnds();
  const on = createEnds();

  function step(from: number, likely: number, to: Ends): void {
    for (let at = from * width, end = at + width; at < end && item[at]! >= 0; at++) {
      const here = likely * strength[at]!;
      // the likeliest come first
      if (here < LEAST) break;
      to.add(item[at]!, here);
    }
  }

  return (tally: Tally, held: readonly Held[]): void => {
    const items = item.length / width;
    for (const ends of [last, all, on]) ends.clear(items);
    for (let rank = 0; rank < Math.min(ITEMS, held.length); rank++) {
      const from = held[rank]!.item * width;
      for (let at = from; at < from + width && item[at]! >= 0; at++) {
        step(item[at]!, strength[at]! / (1 + rank), all);
        if (rank === 0) step(item[at]!, strength[at]!, last);
      }
    }
    for (const end of all.likeliest(ENDS)) {
      tally.rowOf(end);
      step(end, all.chance[end]!, on);
    }
    for (const end of on.likeliest(ON)) tally.rowOf(end);
    all.write(tally, walk);
    last.write(tally, walkLast);
    on.write(tally, walkOn);
  };
}

type Ends = ReturnType<typeof createEnds>;

/** How likely it is to end at each item. */
function createEnds() {
  let met = new Int32Array(0);
  let size = 0;
  const ends = {
    chance: new Float32Array(0),
    add(item: number, chance: number): void {
      if (ends.chance[item] === 0) met[size++] = item;
      ends.chance[item]! += chance;
    },
    likeliest: (most: number): Int32Array => highest(met.subarray(0, size), ends.chance, most),
    /** Of those that were found. */
    write(tally: Tally, column: number): void {
      for (let at = 0; at < size; at++)
        if (tally.has(met[at]!))
          tally.sums[tally.rowOf(met[at]!) + column] = ends.chance[met[at]!]!;
    },
    clear(items: number): void {
      for (let at = 0; at < size; at++) ends.chance[met[at]!] = 0;
      size = 0;
      if (items <= met.length) return;
      met = new Int32Array(items);
      ends.chance = new Float32Array(items);
    },
  };
  return ends;
}
