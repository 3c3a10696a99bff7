import type { z } from 'zod';
import type { Placement } from '../../contract/placements.ts';
import type { Recommendation, RecommendationQuery } from '../../contract/recommendations.ts';
import { isForSale, productSummaryOf, type ProductRecord } from '../../domain/products.ts';
import { allowedBy } from '../../domain/recommendations/exclusions.ts';
import { stripOf } from '../../domain/recommendations/strip.ts';
import type { Clock, Keep, Models, Platform, RecommendationStore, Shop } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import { idsIn, leadsOf, ranked, reasonFor, type Pick } from './leads.ts';
import { refuse, type Refusal } from './refusal.ts';

export type AskedStrip = z.output<typeof RecommendationQuery>;

export interface Recommendations {
  /** Best first; none where there are too few. `customer`: who is signed in. */
  list(shop: Shop, customer: string | undefined, asked: AskedStrip): Promise<Recommendation[]>;
  /** It is not recommended to the customer any more. */
  dismiss(
    shop: Shop,
    caller: CustomerCaller,
    product: string,
    keep: Keep<undefined>,
  ): Promise<Refusal<'not_found'> | undefined>;
  undismiss(shop: Shop, caller: CustomerCaller, product: string): Promise<void>;
}

interface Parts {
  platform: Platform;
  models: Models;
  store: RecommendationStore;
  clock: Clock;
}

/** So many are looked at: some cannot be had. */
const LOOKED_AT = 80;
/** With fewer a strip hides; and so many of one category come before those of others. */
const LEAST = 3;
const TOGETHER = 3;
/**
 * They show what sells, and with nothing known what the shop has. Beside something that would be the same
 * beside everything: there it only fills up a strip of too few.
 */
const openPlacements: ReadonlySet<Placement> = new Set(['home', 'search-empty']);
/** What of a customer is looked at: their latest orders, and what is not for them. */
const MOST_ORDERS = 100;
const MOST_DISMISSED = 500;

export function createRecommendations({ platform, models, store, clock }: Parts): Recommendations {
  return {
    async list(shop, customer, asked) {
      const product = idsIn(asked.product);
      const cart = idsIn(asked.cart);
      const [model, bought = [], dismissed = []] = await Promise.all([
        models.of(shop.id),
        customer === undefined ? [] : platform.sales?.bought(shop.id, customer, MOST_ORDERS),
        customer === undefined ? [] : store.dismissed(shop.id, customer, MOST_DISMISSED),
      ]);
      const leads = leadsOf({ product, cart }, bought, clock(), asked.history === 'yes');
      const unwanted = new Set([...product, ...cart, ...idsIn(asked.not), ...dismissed]);
      const found = model ? ranked(model, asked.placement, leads, unwanted, LOOKED_AT) : [];
      const records = await productsById(shop, [...leads.all, ...found.map(({ id }) => id)]);
      const isAllowed = allowedBy(shop.recommendations?.exclude);
      const isShown = (one: ProductRecord) => isForSale(one) && isAllowed(one);
      const picks: Pick[] = found.flatMap(({ id, ...why }) => {
        const one = records.get(id);
        return one && isShown(one) ? [{ product: one, ...why }] : [];
      });
      const known = new Set([
        ...found.map(({ id }) => id),
        ...unwanted,
        ...leads.had,
        ...leads.used,
      ]);
      /** Those that may be shown and are not known; from then on they are. */
      const unknown = (some: readonly Pick[]) =>
        some.filter(({ product: one }) => {
          const isNew = !known.has(one.id) && isShown(one);
          known.add(one.id);
          return isNew;
        });
      const seeds = product.flatMap((id) => records.get(id) ?? []);
      const isOpen = openPlacements.has(asked.placement);
      const shown = isOpen ? picks : picks.filter(isLed);
      if (shown.length < asked.limit) shown.push(...unknown(await likeThem(shop, seeds)));
      const lacking = LEAST - shown.length;
      if (isOpen && lacking > 0) shown.push(...unknown(await anything(shop)));
      else if (shown.length > 0 && lacking > 0)
        shown.push(...picks.filter((pick) => !isLed(pick)).slice(0, lacking));
      return stripOf(
        shown.map((item) => ({ item, name: item.product.name, category: item.product.category })),
        { most: asked.limit, least: Math.min(LEAST, asked.limit), together: TOGETHER },
      ).flatMap((pick) => {
        const reason = reasonFor(pick, records, leads);
        return productSummaryOf(pick.product).map((summary) => ({ product: summary, reason }));
      });
    },

    async dismiss(shop, { customer }, product, keep) {
      if (!(await platform.product(shop, product))) return refuse('not_found');
      await store.dismiss(shop.id, { customer, product, at: clock().toISOString() }, keep);
      return undefined;
    },

    undismiss: (shop, { customer }, product) => store.undismiss(shop.id, customer, product),
  };

  async function productsById(
    shop: Shop,
    ids: readonly string[],
  ): Promise<Map<string, ProductRecord>> {
    const found = ids.length ? await platform.products(shop, { ids: [...new Set(ids)] }) : [];
    return new Map(found.map((product) => [product.id, product]));
  }

  /** Of the same kind, where what happened in the shop tells of too few. */
  async function likeThem(shop: Shop, seeds: readonly ProductRecord[]): Promise<Pick[]> {
    const seed = seeds.at(-1);
    if (seed?.category === undefined) return [];
    const wanted = { category: seed.category, most: LOOKED_AT };
    const found = await platform.products(shop, wanted);
    return found.map((product) => ({ product, code: 'similar', seed: seed.id }));
  }

  /** What the shop has, where nothing is known. */
  async function anything(shop: Shop): Promise<Pick[]> {
    const { products } = await platform.productList(shop, { words: [], limit: LOOKED_AT });
    return products.map((product) => ({ product, code: 'assortment' }));
  }
}

const isLed = ({ code }: Pick): boolean => code !== 'popular';
