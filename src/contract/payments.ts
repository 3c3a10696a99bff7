import { z } from 'zod';

/** What one pays with, or is paid by. */
export const PaymentKind = z
  .enum(['card', 'gift_card', 'paypal', 'store_credit', 'bank', 'cash', 'other'])
  .meta({ id: 'PaymentKind' });
export type PaymentKind = z.infer<typeof PaymentKind>;
