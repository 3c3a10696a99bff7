import type { Money } from '../../contract/money.ts';
import type { WishlistMerged, Wishlists } from '../../contract/wishlists.ts';
import { priceOf } from '../../domain/products.ts';
import type { Told } from '../../domain/wishlists/limits.ts';
import { wishKey } from '../../domain/wishlists/merge.ts';
import type { Clock, Keep, Platform, Shop, Storage, WishlistFull } from '../ports.ts';
import type { CustomerCaller } from './callers.ts';

export interface SavedWishes {
  /** All that a customer has saved, and what goes with it. */
  read(caller: CustomerCaller): Promise<Wishlists>;
  /** Takes writes in, wherever they come from; answers with how the same things stand now. */
  merge(
    shop: Shop,
    customer: string,
    told: Told,
    keep?: Keep<WishlistMerged>,
  ): Promise<WishlistMerged | WishlistFull>;
}

export const createSavedWishes = (
  { wishlists, shares, alerts }: Pick<Storage, 'wishlists' | 'shares' | 'alerts'>,
  platform: Platform,
  clock: Clock,
): SavedWishes => ({
  async read({ shop, customer }) {
    const [saved, links, mails] = await Promise.all([
      wishlists.all(shop, customer),
      shares.of(shop, customer),
      alerts.of(shop, customer),
    ]);
    return { ...saved, shares: links, alerts: mails };
  },

  async merge(shop, customer, told, keep) {
    const kept = told.wishes.filter(({ removed }) => !removed);
    const ids = [...new Set(kept.map(({ product }) => product))];
    const products = new Map(
      (ids.length ? await platform.products(shop, { ids }) : []).map((one) => [one.id, one]),
    );
    const prices = new Map<string, Money | undefined>();
    for (const wish of kept)
      prices.set(wishKey(wish), priceOf(products.get(wish.product), wish.variant));
    return wishlists.merge(shop.id, customer, told, {
      at: clock(),
      price: (wish) => prices.get(wishKey(wish)),
      keep,
    });
  },
});
