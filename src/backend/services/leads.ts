import type { Placement } from '../../contract/placements.ts';
import { MOST_NAMED, type Recommendation } from '../../contract/recommendations.ts';
import type { ProductRecord } from '../../domain/products.ts';
import type { LiveModel } from '../ports.ts';

type ReasonCode = Recommendation['reason']['code'];

/** A product with why it is shown; `seed` is the product that led there. */
export interface Pick {
  product: ProductRecord;
  code: ReasonCode;
  seed?: string;
}

/** What leads to a strip's products. */
export interface Leads {
  /** The latest last. */
  all: string[];
  /** What the shopper bought, or has in the cart. */
  own: ReadonlySet<string>;
  bought: ReadonlySet<string>;
}

/** As a query names products: the last so many count. */
export const idsIn = (text: string): string[] => text.split(',').filter(Boolean).slice(-MOST_NAMED);

/** Of what a customer bought the latest lead on. */
const LATEST = 10;

/** What stands nearest to the strip comes last, and so counts most. */
export function leadsOf(
  { product, cart }: { product: readonly string[]; cart: readonly string[] },
  bought: readonly string[],
): Leads {
  const all = new Set<string>();
  for (const id of [...bought.slice(-LATEST), ...cart, ...product]) {
    all.delete(id);
    all.add(id);
  }
  return { all: [...all], own: new Set([...bought, ...cart]), bought: new Set(bought) };
}

/** What the shop's past says, without what is unwanted, or bought and not bought again and again. */
export function ranked(
  model: LiveModel,
  placement: Placement,
  leads: Leads,
  unwanted: ReadonlySet<string>,
  most: number,
): (Omit<Pick, 'product'> & { id: string })[] {
  const context = leads.all.flatMap((id) => model.numberOf(id) ?? []);
  const not = (item: number): boolean => {
    const id = model.ids[item];
    if (id === undefined || unwanted.has(id)) return true;
    return leads.bought.has(id) && !model.isBoughtAgain(item);
  };
  return model.recommend({ placement, context, not, most }).map(({ item, reason }) => ({
    id: model.ids[item]!,
    code: reason.code,
    ...('seed' in reason && { seed: model.ids[reason.seed]! }),
  }));
}

/** A seed that the shop has no more is not named, and what it led to only sells. */
export function reasonFor(
  { code, seed }: Pick,
  records: ReadonlyMap<string, ProductRecord>,
  { own }: Leads,
): Recommendation['reason'] {
  if (seed === undefined) return { code };
  const name = records.get(seed)?.name;
  return name === undefined
    ? { code: 'popular' }
    : { code, seed: { id: seed, name, own: own.has(seed) } };
}
