import { z } from 'zod';
import { placements } from './placements.ts';
import { Id } from './primitives.ts';
import { ProductSummary } from './products.ts';

/** So many products may be named of each kind: the last count. */
export const MOST_NAMED = 30;
/** So many a strip shows. */
export const MOST_RECOMMENDED = 24;

const ids = (what: string) =>
  z
    .string()
    .max(4000)
    .default('')
    .describe(`${what}: ids between commas, the latest last; the last ${MOST_NAMED} count`);

export const RecommendationQuery = z.object({
  placement: z.enum(placements).describe('Where the strip stands'),
  product: ids(
    'What it stands beside: the product of the page, those of an order or of a wishlist',
  ),
  cart: ids('What is in the cart'),
  not: ids('What the device was told is not for its shopper'),
  history: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe(
      'May what a signed-in customer bought lead to what is shown? Under Global Privacy Control it never does',
    ),
  limit: z.coerce.number().int().min(1).max(MOST_RECOMMENDED).default(12),
});

/**
 * Why: others bought it together with the seed; others looked at it along with the seed; it is like the
 * seed; it sells of late; or it is there, where nothing else is known.
 */
export const recommendationReasons = [
  'bought_together',
  'seen_together',
  'similar',
  'popular',
  'assortment',
] as const;

export const Recommendation = z
  .object({
    product: ProductSummary,
    reason: z.object({
      code: z.enum(recommendationReasons),
      seed: z
        .object({
          id: Id,
          name: z.string().max(200),
          own: z.boolean().describe('The shopper has it: bought, or in the cart'),
        })
        .optional()
        .describe('The product that led there; absent where none did'),
    }),
  })
  .meta({ id: 'Recommendation' });
export type Recommendation = z.infer<typeof Recommendation>;

export const RecommendationList = z
  .object({
    items: z
      .array(Recommendation)
      .max(MOST_RECOMMENDED)
      .describe('Best first; empty where there are too few to show'),
  })
  .meta({ id: 'RecommendationList' });
export type RecommendationList = z.infer<typeof RecommendationList>;

/** A product that is not for this customer: it is not recommended to them any more. */
export const Dismissal = z.strictObject({ product: Id }).meta({ id: 'Dismissal' });
export type Dismissal = z.infer<typeof Dismissal>;
