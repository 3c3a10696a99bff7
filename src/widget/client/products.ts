import { ProductPage as shape } from '../../contract/guards/products.ts';
import type { ProductPage, ProductQuery } from '../../contract/products.ts';
import { readJson, type Send } from './request.ts';

export const listProducts = (
  send: Send,
  query: Partial<ProductQuery>,
  signal?: AbortSignal,
): Promise<ProductPage> => readJson(send('/products', { query, signal }), shape);
