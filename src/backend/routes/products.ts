import { productOf, productSummaryOf, wordsIn } from '../../domain/products.ts';
import type { Platform } from '../ports.ts';
import { refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const productRoutes = (
  platform: Platform,
): Pick<Handlers, 'listProducts' | 'getProduct'> => ({
  async listProducts({ shop, query }) {
    const { q = '', limit, cursor } = query;
    const { products, next } = await platform.productList(shop, {
      words: wordsIn(q),
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    const items = products.flatMap(productSummaryOf);
    return { status: 200, cache: 'private', body: { items, ...(next !== undefined && { next }) } };
  },

  async getProduct({ shop, params }) {
    const product = await platform.product(shop, params.id);
    return product
      ? { status: 200, cache: 'private', body: productOf(product) }
      : refuse('not_found');
  },
});
