import type { Product } from '../../contract/products.ts';
import { getProduct } from '../client/product.ts';
import type { Ground } from './ground.ts';
import type { RemoteStore } from './remote.ts';
import { createRemotes } from './remotes.ts';

/** Products by id, with all they come in. */
export type Products = (id: string) => RemoteStore<Product>;

export function createProducts(ground: Ground): Products {
  const one = createRemotes<Product>(ground);
  return (id) => one(id, (signal) => getProduct(ground.send, id, signal));
}
