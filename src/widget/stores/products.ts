import type { Product } from '../../contract/products.ts';
import { getProduct } from '../client/product.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/** Products by id, with all they come in; each is read once, and again when it may be old. */
export type Products = (id: string) => RemoteStore<Product>;

export function createProducts({ send, keep }: Ground): Products {
  const stores = new Map<string, RemoteStore<Product>>();
  keep({
    renew() {
      for (const one of stores.values()) one.renew();
    },
    retry() {
      for (const one of stores.values()) if (one.$state.get().is === 'failed') one.renew();
    },
    reset() {
      for (const one of stores.values()) one.reset();
    },
  });
  return (id) => {
    const known = stores.get(id) ?? createRemote((signal) => getProduct(send, id, signal));
    stores.set(id, known);
    return known;
  };
}
