import { z } from 'zod';
import { CustomerRow, OrderRow, ProductRow } from './import.ts';
import { InstantInput } from './primitives.ts';
import { EstimateInput, PickupInput, TrackingEventInput } from './shipments.ts';

/**
 * What a carrier or an aggregator tells us of one parcel. The parcel is named by its tracking
 * number, and by its order's number where two orders could share it.
 */
export const TrackingUpdate = z
  .strictObject({
    number: z.string().min(1).max(64).describe('The carrier’s tracking number'),
    order: z.string().min(1).max(64).optional().describe('Order number, as printed'),
    carrier: z
      .string()
      .max(40)
      .optional()
      .describe('Carrier code; recognised from the number when absent'),
    estimate: EstimateInput.nullish(),
    events: z.array(TrackingEventInput).min(1).max(100),
    pickup: PickupInput.nullish(),
  })
  .meta({ id: 'TrackingUpdate' });
export type TrackingUpdate = z.infer<typeof TrackingUpdate>;

const updatedAt = InstantInput.describe(
  'When it became so. Of two deliveries the later one counts, whichever comes first',
);
const id = OrderRow.shape.id;

/** Rows of the import format that say when they became so. A cancelled order is one like any other. */
export const OrderNews = OrderRow.extend({ updatedAt }).meta({ id: 'OrderNews' });
export type OrderNews = z.infer<typeof OrderNews>;

export const ProductNews = z.union([
  ProductRow.extend({ updatedAt }).meta({ id: 'ProductUpdate' }),
  z
    .strictObject({ type: z.literal('product'), id, deleted: z.literal(true), updatedAt })
    .meta({ id: 'ProductGone' }),
]);
export type ProductNews = z.infer<typeof ProductNews>;

export const CustomerNews = z.union([
  CustomerRow.extend({ updatedAt }).meta({ id: 'CustomerUpdate' }),
  z.strictObject({ type: z.literal('customer'), id, deleted: z.literal(true), updatedAt }).meta({
    id: 'CustomerGone',
    description: 'The customer, their sessions and the orders told before are erased',
  }),
]);
export type CustomerNews = z.infer<typeof CustomerNews>;

export const WebhookReceipt = z
  .object({
    result: z
      .enum(['applied', 'unchanged', 'unknown_parcel', 'test'])
      .describe(
        'unchanged: seen before, or nothing new. unknown_parcel: kept for 30 days, until its order comes. ' +
          'test: of Shopify’s admin, rightly signed; nothing was taken of it',
      ),
  })
  .meta({ id: 'WebhookReceipt' });
export type WebhookReceipt = z.infer<typeof WebhookReceipt>;
