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
