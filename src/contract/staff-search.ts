import { z } from 'zod';
import { Shopper } from './inbox.ts';
import { Id, Instant } from './primitives.ts';
import { ProductSummary } from './products.ts';

/** A search has an end: of each kind no more than these. */
export const MOST_FOUND = 6;

export const StaffSearchQuery = z.object({
  words: z
    .string()
    .trim()
    .min(2)
    .max(100)
    .describe('Of a name, an address, an order’s number or a product’s name'),
});
export type StaffSearchQuery = z.output<typeof StaffSearchQuery>;

export const StaffFound = z
  .object({
    customers: z.array(Shopper.required({ id: true })).max(MOST_FOUND),
    orders: z
      .array(z.object({ id: Id, number: z.string().max(64), placedAt: Instant, customer: Id }))
      .max(MOST_FOUND)
      .describe('Of customers, the newest first'),
    products: z.array(ProductSummary).max(MOST_FOUND),
  })
  .meta({ id: 'StaffFound' });
export type StaffFound = z.infer<typeof StaffFound>;
