import { z } from 'zod';
import { Money } from './money.ts';
import { Id, Link, Picture } from './primitives.ts';

export const Variant = z
  .object({
    id: Id,
    options: z.array(z.object({ name: z.string().max(80), value: z.string().max(120) })).max(12),
    price: Money,
    available: z.boolean(),
    stock: z.int().min(0).optional().describe('How many are left, where the shop counts'),
    picture: Picture.optional(),
  })
  .meta({ id: 'Variant' });
export type Variant = z.infer<typeof Variant>;

/** A product with all it comes in. */
export const Product = z
  .object({
    id: Id,
    name: z.string().max(200),
    url: Link.optional(),
    picture: Picture.optional(),
    category: z.string().max(120).optional(),
    variants: z.array(Variant).max(500),
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof Product>;

export const ProductQuery = z.object({
  q: z.string().max(80).optional().describe('Words of its name; each of them is in it'),
  cursor: z.string().max(500).optional().describe('From next of the page before'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ProductQuery = z.infer<typeof ProductQuery>;

/** A product as a list shows it. */
export const ProductSummary = Product.omit({ variants: true })
  .extend({
    from: Money.describe('The lowest price of what can be had'),
    only: Id.optional().describe('The variant, where no more than one can be had'),
  })
  .meta({ id: 'ProductSummary' });
export type ProductSummary = z.infer<typeof ProductSummary>;

export const ProductPage = z
  .object({
    items: z.array(ProductSummary).max(50),
    next: z.string().optional().describe('Cursor of the next page; absent on the last'),
  })
  .meta({ id: 'ProductPage' });
export type ProductPage = z.infer<typeof ProductPage>;
