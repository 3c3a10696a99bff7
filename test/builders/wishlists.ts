import type { Wish, Wishlist } from '../../src/contract/wishlists.ts';

type Given<Entry> = { [Field in keyof Entry]?: Entry[Field] | undefined };

/** Fields that are undefined are absent, as they are on the wire. */
const present = <Entry>(entry: Given<Entry>): Partial<Entry> =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as Partial<Entry>;

/** A coat in the list that is always there. */
export const aWish = (given: Given<Wish> = {}): Wish => ({
  ...{ product: 'coat', list: 'saved', quantity: 1, device: 'phone' },
  ...{ savedAt: '2026-11-20T08:00:00.000Z', at: '2026-11-20T08:00:00.000Z' },
  ...present<Wish>(given),
});

export const aWishlist = (given: Given<Wishlist> = {}): Wishlist => ({
  ...{ id: 'winter', name: 'Winter', device: 'phone', at: '2026-11-20T08:00:00.000Z' },
  ...present<Wishlist>(given),
});
