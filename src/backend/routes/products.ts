import { productOf } from '../../domain/products.ts';
import type { Platform } from '../ports.ts';
import { refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const productRoutes = (platform: Platform): Pick<Handlers, 'getProduct'> => ({
  async getProduct({ shop, params }) {
    const product = await platform.product(shop, params.id);
    return product
      ? { status: 200, cache: 'private', body: productOf(product) }
      : refuse('not_found');
  },
});
