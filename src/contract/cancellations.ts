import { z } from 'zod';
import { CancelReason } from './actions.ts';
import { Id } from './primitives.ts';
import { confirming } from './quotes.ts';

export const CancellationRequest = z
  .strictObject({
    reason: CancelReason,
    note: z.string().max(500).optional(),
    lines: z
      .array(z.strictObject({ line: Id, quantity: z.int().min(1) }))
      .min(1)
      .max(2000)
      .optional()
      .describe('Left out: the whole order'),
    refundTo: z
      .enum(['original', 'store_credit'])
      .default('original')
      .describe('Store credit where the shop has it'),
  })
  .meta({ id: 'CancellationRequest' });
export type CancellationRequest = z.infer<typeof CancellationRequest>;

export const Cancellation = CancellationRequest.extend(confirming).meta({ id: 'Cancellation' });
export type Cancellation = z.infer<typeof Cancellation>;
