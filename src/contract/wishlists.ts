import { z } from 'zod';
import { Money } from './money.ts';
import { Id, Instant, InstantInput } from './primitives.ts';
import { Product } from './products.ts';
import { mostAtOnce, mostLists, mostProducts, mostWishes, SAVED } from './wishlist-limits.ts';

export const ListId = z
  .string()
  .regex(/^[\w-]{1,40}$/)
  .describe('Made by the device; `saved` is the list that is always there');
export const OwnListId = ListId.refine((id) => id !== SAVED, 'This list is always there');
const Device = z
  .string()
  .regex(/^[\w-]{1,40}$/)
  .describe('Made at random by the device; of two writes of one instant the greater one counts');
const removed = z
  .literal(true)
  .optional()
  .describe('Taken away; remembered, so that it stays away');

/** Of two writes of one thing the later counts, whichever comes first. */
const written = { at: InstantInput.describe('When, by the device’s clock'), device: Device };
const told = { at: Instant, device: Device };

const thing = {
  product: Id,
  variant: Id.optional().describe('Absent: the product, whatever it comes in'),
};
const wish = {
  ...thing,
  list: ListId,
  quantity: z.int().min(1).max(999),
  note: z.string().max(500).optional(),
  removed,
};

/** One thing that a shopper wishes. A thing is wished once, in one list. */
export const Wish = z
  .object({
    ...wish,
    savedAt: Instant,
    price: Money.optional().describe('What it cost when it was saved, as the backend knows it'),
    ...told,
  })
  .meta({ id: 'Wish' });
export type Wish = z.infer<typeof Wish>;

const name = z.string().trim().min(1).max(60);
export const Wishlist = z.object({ id: ListId, name, removed, ...told }).meta({ id: 'Wishlist' });
export type Wishlist = z.infer<typeof Wishlist>;

export const Share = z
  .object({
    list: ListId,
    token: z.string().min(16).max(64).describe('Whoever has it sees the list'),
    friends: z.boolean().describe('They may add to it and mark what they give'),
  })
  .meta({ id: 'WishlistShare' });
export type Share = z.infer<typeof Share>;

export const alertKinds = ['back', 'price', 'low'] as const;
export const AlertKind = z
  .enum(alertKinds)
  .describe('back: in stock again; price: fallen to `below`; low: few are left');
export type AlertKind = z.infer<typeof AlertKind>;

/** A mail that a shopper has asked for: about one variant, once. */
export const Alert = z
  .object({
    product: Id,
    variant: Id,
    kind: AlertKind,
    below: Money.optional().describe('Of kind price: it has to cost this or less'),
  })
  .meta({ id: 'WishlistAlert' });
export type Alert = z.infer<typeof Alert>;

/** All that a shopper has saved. A wish whose list is not here stands in `saved`. */
export const Wishlists = z
  .object({
    lists: z.array(Wishlist).max(mostLists),
    wishes: z.array(Wish).max(mostWishes),
    shares: z.array(Share).max(mostLists + 1),
    alerts: z.array(Alert).max(mostWishes),
  })
  .meta({ id: 'Wishlists' });
export type Wishlists = z.infer<typeof Wishlists>;

/** What a device has written since it was last here; `removed` where it has taken away. */
export const WishlistMerge = z
  .strictObject({
    lists: z.array(z.strictObject({ id: OwnListId, name, removed, ...written })).max(mostLists),
    wishes: z.array(z.strictObject({ ...wish, savedAt: InstantInput, ...written })).max(mostAtOnce),
  })
  .meta({ id: 'WishlistMerge' });
export type WishlistMerge = z.infer<typeof WishlistMerge>;

/** The same things as they stand now. */
export const WishlistMerged = z
  .object({ lists: z.array(Wishlist).max(mostLists), wishes: z.array(Wish).max(mostAtOnce) })
  .meta({ id: 'WishlistMerged' });
export type WishlistMerged = z.infer<typeof WishlistMerged>;

const now = { at: written.at.optional(), device: Device.default('api') };
/** Left out, the backend's own clock says when. */
export const WishRequest = z
  .strictObject({
    ...{ quantity: wish.quantity.default(1), note: wish.note },
    ...now,
  })
  .meta({ id: 'WishRequest' });
export const WishQuery = z.object({ variant: thing.variant });
const asked = { at: Instant.optional(), device: now.device };
export const WishRemoval = WishQuery.extend(asked);
export const WishlistRequest = z.strictObject({ name, ...now }).meta({ id: 'WishlistRequest' });
export const WishlistRemoval = z.object(asked);
export const ShareRequest = z
  .strictObject({ friends: z.boolean().default(false) })
  .meta({ id: 'WishlistShareRequest' });

export const AlertRequest = z
  .strictObject({
    product: Id,
    kind: AlertKind,
    below: Money.optional(),
    consent: z.literal(true).describe('The shopper has asked for this mail'),
  })
  .meta({ id: 'WishlistAlertRequest' });
export type AlertRequest = z.infer<typeof AlertRequest>;

/** Each id is percent-encoded before they are joined: it may hold a comma. */
const Ids = z
  .string()
  .max(16_384)
  .regex(new RegExp(`^[^,]+(,[^,]+){0,${mostProducts - 1}}$`))
  .describe(`Ids of products, at most ${mostProducts}, each percent-encoded, with commas between`);
export const WishedQuery = z.object({ products: Ids });

export const WishCounts = z
  .object({ counts: z.record(Id, z.int().min(0)) })
  .meta({ id: 'WishCounts', description: 'How many shoppers have saved each product' });
export type WishCounts = z.infer<typeof WishCounts>;

export const WishedProducts = z
  .object({ items: z.array(Product).max(mostProducts) })
  .meta({ id: 'WishedProducts', description: 'Those of the products that there are' });
export type WishedProducts = z.infer<typeof WishedProducts>;

/** A list as those see it who have its link: nothing of whose it is, no sizes, no notes. */
export const SharedWishlist = z
  .object({
    name: z.string().max(60).optional().describe('Absent: the list that is always there'),
    friends: z.boolean(),
    items: z
      .array(
        z.object({
          product: Id,
          quantity: z.int().min(1),
          taken: z
            .boolean()
            .optional()
            .describe('A friend has marked it. Never told to whom the list belongs'),
        }),
      )
      .max(mostWishes),
  })
  .meta({ id: 'SharedWishlist' });
export type SharedWishlist = z.infer<typeof SharedWishlist>;

export const SharedAddition = z
  .strictObject({ quantity: wish.quantity.default(1) })
  .meta({ id: 'SharedAddition' });
const by = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .describe('Made at random by the friend’s device: only who has it takes the mark away');
export const GiftMark = z.strictObject({ by }).meta({ id: 'GiftMark' });
export const GiftMarkRemoval = z.object({ by });
