import type { Placement } from '../../contract/placements.ts';
import { likeIn } from './alike.ts';
import { fused, type Vote } from './fusion.ts';
import type { Model } from './model.ts';
import { worthsAt } from './placements.ts';
import { popularOf } from './popular.ts';
import type { Kind } from './questions.ts';
import { createRanking } from './ranking.ts';
import { reasonOf, type Reason } from './reasons.ts';

/** What is asked for; products are numbers of the model. */
export interface Asked {
  placement: Placement;
  /** What leads on, the latest last. */
  context: readonly number[];
  not: (item: number) => boolean;
  most: number;
}

export interface Recommended {
  item: number;
  reason: Reason;
}

/** So many of the latest sales lead where nothing else does; they are the same until so large a part is new. */
const POPULAR = 500;
const NEW = 0.001;
/** The latest of the context are asked what is like them. */
const LIKED = 6;

/**
 * What may suit, best first, by all that the model knows; lists appended meanwhile count at once. What no
 * reason holds for is not shown.
 */
export function createRecommending(model: Model) {
  const rankings = {
    baskets: createRanking(model.baskets),
    visits: createRanking(model.visits),
  };
  let popular: { lists: number; items: number[] } | undefined;

  /** What sells, or where nothing does, what is looked at. */
  function popularNow(): number[] {
    const sold = model.baskets.past.history;
    const seen = model.visits.past.history;
    const lists = sold.lists + seen.lists;
    if (!popular || lists > popular.lists * (1 + NEW))
      popular = {
        lists,
        items: [...new Set([...popularOf(sold, POPULAR), ...popularOf(seen, POPULAR)])],
      };
    return popular.items;
  }

  return ({ placement, context, not, most }: Asked): Recommended[] => {
    const worths = worthsAt[placement];
    const ranked = (kind: Kind): number[] =>
      context.length ? rankings[kind]({ context, not }).map(({ item }) => item) : [];
    const votes: Record<Exclude<keyof typeof worths, 'popular'>, Vote> = {
      baskets: { items: ranked('baskets'), worth: worths.baskets },
      visits: { items: ranked('visits'), worth: worths.visits },
      content: { items: likeAny(context).filter((item) => !not(item)), worth: worths.content },
    };
    const selling = { items: popularNow().filter((item) => !not(item)), worth: worths.popular };
    const kinds = (['baskets', 'visits'] as const).toSorted((a, b) => worths[b] - worths[a]);
    const sells = new Set(selling.items);
    const recommended: Recommended[] = [];
    for (const item of fused([...Object.values(votes), selling], (one) => model.kept[one] ?? 1)) {
      if (recommended.length === most) break;
      const reason = why(kinds, context, item);
      if (reason) recommended.push({ item, reason });
      else if (sells.has(item)) recommended.push({ item, reason: { code: 'popular' } });
    }
    return recommended;
  };

  function likeAny(context: readonly number[]): number[] {
    const latest = context.slice(-LIKED).toReversed();
    return fused(latest.map((seed) => ({ items: [...likeIn(model.alike, seed)], worth: 1 })));
  }

  /** By the kind that counts most there of those that know; else what is said of it. */
  function why(kinds: readonly Kind[], context: readonly number[], item: number) {
    for (const kind of kinds) {
      const reason = reasonOf(model[kind].past, kind, context, item);
      if (reason) return reason;
    }
    const seed = context.findLast((one) => likeIn(model.alike, one).includes(item));
    return seed === undefined ? undefined : ({ code: 'similar', seed } satisfies Reason);
  }
}
