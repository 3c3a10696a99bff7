import { Product as shape } from '../../contract/guards/parts.ts';
import type { Product } from '../../contract/products.ts';
import { path, readJson, type Send } from './request.ts';

export const getProduct = (send: Send, id: string, signal?: AbortSignal): Promise<Product> =>
  readJson(send(path`/products/${id}`, { signal }), shape);
