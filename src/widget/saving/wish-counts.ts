import { mostProducts } from '../../contract/wishlist-limits.ts';

/** How many shoppers have saved what: one request for all that a page shows. */
export class WishCounts {
  readonly #address: (products: string) => string;
  readonly #counts = new Map<string, number>();
  readonly #asked = new Set<string>();

  constructor(api: string, shop: string) {
    this.#address = (products) =>
      `${api}/v1/wishlists/counts?products=${encodeURIComponent(products)}` +
      (shop && `&shop=${encodeURIComponent(shop)}`);
  }

  /** Zero while nobody knows. */
  of(product: string): number {
    return this.#counts.get(product) ?? 0;
  }

  /** Asks for those not asked for yet; none of it is worth a word when it fails. */
  async ask(products: readonly string[]): Promise<void> {
    const wanted = [...new Set(products)].filter((one) => !this.#asked.has(one));
    for (let from = 0; from < wanted.length; from += mostProducts) {
      const some = wanted.slice(from, from + mostProducts);
      for (const one of some) this.#asked.add(one);
      try {
        const answer = await fetch(this.#address(some.map(encodeURIComponent).join()));
        const { counts }: { counts?: Record<string, unknown> } = await answer.json();
        for (const [product, count] of Object.entries(counts ?? {}))
          if (typeof count === 'number') this.#counts.set(product, count);
      } catch {
        for (const one of some) this.#asked.delete(one);
      }
    }
  }
}
