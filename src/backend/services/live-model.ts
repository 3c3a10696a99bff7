import { append } from '../../domain/recommendations/history.ts';
import type { Model } from '../../domain/recommendations/model.ts';
import { createRecommending } from '../../domain/recommendations/recommend.ts';
import { createVisits } from '../../domain/recommendations/visits.ts';
import type { LiveModel } from '../ports.ts';
import type { KeptModel } from './model-file.ts';
import { all, lookOf, PAGE, type Sources } from './past.ts';

export function createLiveModel(
  shop: string,
  builtAt: string,
  model: Model,
  kept: Omit<KeptModel, 'model'>,
  { sales, events }: Sources,
): LiveModel {
  const ids = [...kept.products];
  const numbers = new Map(ids.map((id, item) => [id, item]));
  const recommend = createRecommending(model);
  const baskets = model.baskets.past.history;
  const visits = model.visits.past.history;
  const built = baskets.lists + visits.lists;
  const { take } = createVisits();
  let { sale, sequence } = kept;

  function numberFor(id: string): number {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  }

  return {
    ...{ builtAt, ids, recommend },
    numberOf: (id) => numbers.get(id),
    isBoughtAgain: (item) => model.again[item] === 1,
    async catchUp() {
      if (sales)
        for await (const one of all(() => sales.sales(shop, sale, PAGE))) {
          sale = { id: one.id, at: one.at };
          append(baskets, one.products.map(numberFor));
        }
      if (events)
        for await (const event of all(() => events.since(shop, sequence, PAGE))) {
          ({ sequence } = event);
          for (const visit of lookOf(event).flatMap(take)) append(visits, visit.map(numberFor));
        }
    },
    newPart: () => 1 - built / Math.max(1, baskets.lists + visits.lists),
  };
}
