import { z } from 'zod';
import { Money } from './money.ts';
import { Id, Picture } from './primitives.ts';

/** What may be put into the shop's cart. */
export const CartLine = z
  .object({
    line: Id.describe('The order line it stands for'),
    product: Id,
    variant: Id,
    sku: z.string().max(80).optional().describe('The shop’s own number of the variant'),
    name: z.string().max(200),
    options: z.array(z.object({ name: z.string().max(80), value: z.string().max(120) })).max(12),
    quantity: z.int().min(1),
    unitPrice: Money.describe('As it is now'),
    picture: Picture.optional(),
  })
  .meta({ id: 'CartLine' });
export type CartLine = z.infer<typeof CartLine>;

/** An order once more: what of it can be had now, and what cannot. */
export const Reorder = z
  .object({
    lines: z.array(CartLine).max(2000),
    gone: z
      .array(
        z.object({
          line: Id,
          quantity: z.int().min(1).describe('How many of it cannot be had'),
          alternative: CartLine.optional().describe(
            'The nearest of the same product; else of the same category',
          ),
        }),
      )
      .max(2000),
  })
  .meta({ id: 'Reorder' });
export type Reorder = z.infer<typeof Reorder>;
