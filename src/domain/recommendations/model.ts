import { boughtAgain } from './again.ts';
import { alikeOf, type Alike } from './alike.ts';
import type { Blend } from './blend.ts';
import type { Described } from './content.ts';
import type { Forest } from './forest.ts';
import { keptOf } from './fusion.ts';
import { createHistory, historyOf, type History } from './history.ts';
import { learn, pastOf, type Learned } from './ranking.ts';

/** Lists of items, one behind the other: list `i` begins at `start[i]`, one more says where the last ends. */
export interface Lists {
  item: Int32Array;
  start: Int32Array;
}

/** All that is known of a shop's past, products as numbers. */
export interface Gathered {
  /** What is said of each product; nothing of one that the shop has no more. */
  products: readonly Described[];
  baskets: Lists;
  /** Whose each basket was, -1 where nobody knows. */
  owners: Int32Array;
  visits: Lists;
  /** Of each product how many came back. */
  returned: Int32Array;
}

/** What a shop's recommendations stand on: numbers in arrays alone. */
export interface Model extends Facts {
  baskets: Learned;
  visits: Learned;
}

interface Facts {
  alike: Alike;
  /** The part of each product's sales that stayed with shoppers. */
  kept: Float32Array;
  /** 1: shoppers buy it again and again. */
  again: Uint8Array;
}

/** A model without what follows from the rest: a tenth of its size. */
export interface ShortModel extends Facts {
  baskets: ShortLearned;
  visits: ShortLearned;
}
interface ShortLearned {
  lists: Lists;
  blend: Blend;
  forest: Forest;
}

/** Seconds of work where much has happened. The same past gives the same model, to the bit. */
export function buildModel(gathered: Gathered): Model {
  const baskets = historyOf(listsIn(gathered.baskets));
  const visits = historyOf(listsIn(gathered.visits));
  const had = (item: number) => (baskets.count[item] ?? 0) + (visits.count[item] ?? 0);
  return {
    alike: alikeOf(gathered.products, had),
    kept: Float32Array.from(gathered.returned, (back, item) =>
      keptOf(baskets.count[item] ?? 0, back),
    ),
    again: boughtAgain(baskets, gathered.owners),
    baskets: learn(baskets, 'baskets'),
    visits: learn(visits, 'visits'),
  };
}

export const shortened = ({ baskets, visits, ...facts }: Model): ShortModel => ({
  ...facts,
  baskets: shortLearned(baskets),
  visits: shortLearned(visits),
});

/** Counts again what was left out of it. */
export const recallModel = ({ baskets, visits, ...facts }: ShortModel): Model => ({
  ...facts,
  baskets: recalled(baskets),
  visits: recalled(visits),
});

const recalled = ({ lists, blend, forest }: ShortLearned): Learned => ({
  past: pastOf(historyOf(listsIn(lists))),
  ...{ blend, forest },
});

/** Of a shop where nothing has happened yet. */
export const emptyModel = (): Model =>
  buildModel({
    products: [],
    baskets: listsFrom(createHistory()),
    owners: new Int32Array(0),
    visits: listsFrom(createHistory()),
    returned: new Int32Array(0),
  });

const shortLearned = ({ past, blend, forest }: Learned): ShortLearned => ({
  lists: listsFrom(past.history),
  ...{ blend, forest },
});

export const listsFrom = ({ item, start, lists, events }: History): Lists => ({
  item: item.slice(0, events),
  start: start.slice(0, lists + 1),
});

function* listsIn({ item, start }: Lists): Generator<Int32Array> {
  for (let list = 0; list < start.length - 1; list++)
    yield item.subarray(start[list]!, start[list + 1]!);
}
