import type { ProductPage } from '../../contract/products.ts';
import { listProducts } from '../client/products.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/** As far as it was looked at; `failed`: the next page did not come. */
export type FoundProducts = ProductPage & { failed?: true };

/** What the shop has, by name. What was found stays until something else is looked for. */
export interface ProductSearch extends RemoteStore<FoundProducts> {
  /** What is looked for; empty: all there is. */
  readonly words: string;
  /** Looks for this, once nothing was typed for a moment. */
  look(words: string): void;
  /** One page further, or that one once more. */
  more(): Promise<void>;
}

const PAUSE = 250;

export function createProductSearch({ send, keep }: Ground): ProductSearch {
  let words = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const page = (cursor: string | undefined, signal?: AbortSignal) =>
    listProducts(send, { ...(words && { q: words }), ...(cursor && { cursor }) }, signal);
  const found = createRemote<FoundProducts>((signal) => page(undefined, signal));
  const { $state, put, load } = found;
  keep(found);
  keep({
    reset() {
      clearTimeout(timer);
      words = '';
    },
  });
  return {
    ...found,
    get words() {
      return words;
    },
    look(next) {
      words = next.trim();
      clearTimeout(timer);
      timer = setTimeout(() => void load(), PAUSE);
    },
    async more() {
      const { value } = $state.get();
      if (!value?.next) return;
      // something else may be looked for by the time it comes
      const tell = (found: FoundProducts) => $state.get().value === value && put(found);
      try {
        const { items, next } = await page(value.next);
        tell({ items: [...value.items, ...items], ...(next !== undefined && { next }) });
      } catch {
        tell({ ...value, failed: true });
      }
    },
  };
}
