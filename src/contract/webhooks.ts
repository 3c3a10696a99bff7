import { z } from 'zod';
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

export const WebhookReceipt = z
  .object({
    result: z
      .enum(['applied', 'unchanged', 'unknown_parcel'])
      .describe('unchanged: seen before, or nothing new'),
  })
  .meta({ id: 'WebhookReceipt' });
export type WebhookReceipt = z.infer<typeof WebhookReceipt>;
