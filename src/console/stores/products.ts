import { atom, map, type ReadableAtom } from 'nanostores';
import type { Product, ProductSummary } from '../../contract/products.ts';
import type { Send } from '../../widget/client/request.ts';
import { createRemote, type Remote, type RemoteStore } from '../../widget/stores/remote.ts';
import { getProduct } from '../client/products.ts';
import { searchShop } from '../client/search.ts';

/** What the shop sells, as far as it was asked about. */
export interface Products {
  $known: ReadableAtom<Readonly<Record<string, Remote<Product>>>>;
  /** Reads it, where it was not read. */
  need(id: string): void;
  /** A search of one's own, by some words of a name. */
  search(): ProductSearch;
}

export interface ProductSearch {
  $words: ReadableAtom<string>;
  $found: RemoteStore<ProductSummary[]>['$state'];
  find(words: string): void;
}

export function createProducts(send: Send): Products {
  const $known = map<Record<string, Remote<Product>>>({});
  const read = new Map<string, RemoteStore<Product>>();
  return {
    $known,
    need(id) {
      let product = read.get(id);
      if (!product) {
        product = createRemote((signal) => getProduct(send, id, signal));
        product.$state.subscribe((state) => $known.setKey(id, state));
        read.set(id, product);
      }
      product.need();
    },
    search: () => createSearch(send),
  };
}

const FEWEST = 2;
/** What is typed at once is looked up once, in ms. */
const PAUSE = 200;

function createSearch(send: Send): ProductSearch {
  const $words = atom('');
  const found = createRemote(async (signal) => {
    const words = $words.get().trim();
    return words.length < FEWEST ? [] : (await searchShop(send, words, signal)).products;
  });
  let coming: ReturnType<typeof setTimeout> | undefined;
  return {
    $words,
    $found: found.$state,
    find(words) {
      $words.set(words);
      clearTimeout(coming);
      coming = setTimeout(() => void found.load(), words ? PAUSE : 0);
    },
  };
}
