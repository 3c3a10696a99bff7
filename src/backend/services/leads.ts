import type { Placement } from '../../contract/placements.ts';
import { MOST_NAMED, type Recommendation } from '../../contract/recommendations.ts';
import type { ProductRecord } from '../../domain/products.ts';
import type { Had, LiveModel } from '../ports.ts';

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
  /** What the shopper kept of what they bought, or has in the cart. */
  own: ReadonlySet<string>;
  /** What the shopper has had, and does not need again yet. */
  had: ReadonlySet<string>;
  /** What the shopper bought a while ago: it may be bought again. */
  used: ReadonlySet<string>;
}

/** As a query names products: the last so many count. */
export const idsIn = (text: string): string[] => text.split(',').filter(Boolean).slice(-MOST_NAMED);

/** Of what a customer bought the latest lead on. */
const LATEST = 10;
/** Sooner nobody is asked to buy the same again. */
const USED_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * What the strip stands beside leads on, else what is in the cart, else what the shopper bought. What they
 * sent back leads nowhere, unless it is all there is. Where it may not lead (`mayLead`), what they bought
 * is neither followed nor named as theirs; it only is not offered to them again.
 */
export function leadsOf(
  { product, cart }: { product: readonly string[]; cart: readonly string[] },
  bought: readonly Had[],
  now: Date,
  mayLead: boolean,
): Leads {
  const back = new Set(bought.flatMap((one) => (one.back ? one.product : [])));
  const kept = bought.filter((one) => !one.back);
  const own = mayLead ? kept.map(idOf) : [];
  const isUsed = ({ at }: Had): boolean => now.getTime() - Date.parse(at) >= USED_MS;
  const nearest = [product, cart].find(({ length }) => length > 0);
  const leading = nearest?.filter((id) => !back.has(id)) ?? own.slice(-LATEST);
  return {
    all: [...new Set((leading.length || !nearest ? leading : nearest).toReversed())].toReversed(),
    own: new Set([...own, ...cart]),
    had: new Set([...back, ...kept.filter((one) => !isUsed(one)).map(idOf)]),
    used: new Set(kept.filter(isUsed).map(idOf)),
  };
}

const idOf = ({ product }: Had): string => product;

/** What the shop's past says, without what is unwanted, or bought and not bought again and again. */
export function ranked(
  model: LiveModel,
  placement: Placement,
  { all, had, used }: Leads,
  unwanted: ReadonlySet<string>,
  most: number,
): (Omit<Pick, 'product'> & { id: string })[] {
  const numbersOf = (ids: Iterable<string>) => [...ids].flatMap((id) => model.numberOf(id) ?? []);
  const never = new Set([
    ...numbersOf([...unwanted, ...had]),
    ...numbersOf(used).filter((item) => !model.isBoughtAgain(item)),
  ]);
  const context = numbersOf(all);
  const not = (item: number): boolean => never.has(item);
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
