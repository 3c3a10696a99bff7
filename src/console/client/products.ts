import { Product as Guard } from '../../contract/guards/parts.ts';
import type { Product } from '../../contract/products.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

export const getProduct = async (send: Send, id: string, signal: AbortSignal): Promise<Product> =>
  readJson(await send(`/products/${encodeURIComponent(id)}`, { signal }), Guard);
