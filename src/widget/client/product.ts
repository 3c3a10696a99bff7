import { Product as shape } from '../../contract/guards/product.ts';
import type { Product } from '../../contract/products.ts';
import { readJson, type Send } from './request.ts';

export const getProduct = async (send: Send, id: string, signal?: AbortSignal): Promise<Product> =>
  readJson(await send(`/products/${encodeURIComponent(id)}`, { signal }), shape);
