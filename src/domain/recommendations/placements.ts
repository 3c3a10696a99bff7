import type { Placement } from '../../contract/placements.ts';

/** What each list is worth there: by visits, by baskets, by what is said of products, by sales of late. */
export interface Worths {
  visits: number;
  baskets: number;
  content: number;
  popular: number;
}

/**
 * Beside a product, what else shoppers look at; in a cart and after an order, what belongs with it; where
 * nothing leads on, what sells. Sales alone decide only where nothing else speaks.
 */
export const worthsAt: Record<Placement, Worths> = {
  product: { visits: 1, baskets: 0.6, content: 0.3, popular: 0.02 },
  cart: { visits: 0.2, baskets: 1, content: 0.1, popular: 0.02 },
  home: { visits: 1, baskets: 0.5, content: 0.2, popular: 0.1 },
  order: { visits: 0.2, baskets: 1, content: 0.2, popular: 0.05 },
  'after-change': { visits: 0.8, baskets: 0.6, content: 0.4, popular: 0.05 },
  wishlist: { visits: 1, baskets: 0.4, content: 0.5, popular: 0.02 },
  'search-empty': { visits: 0.5, baskets: 0.3, content: 0.2, popular: 0.5 },
};
