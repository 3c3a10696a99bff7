import { z } from 'zod';
import { Money } from './money.ts';
import { Payment } from './orders.ts';
import { Id } from './primitives.ts';

/** How a customer may pay or be paid: never a number one could pay with. */
export const PaymentMethod = z
  .object({
    id: Id,
    kind: Payment.shape.kind,
    label: z.string().max(80).describe('As the shopper knows it: Visa, PayPal'),
    lastFour: Payment.shape.lastFour,
    balance: Money.optional().describe('Of a gift card or store credit: what is left'),
  })
  .meta({ id: 'PaymentMethod' });
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const PaymentMethodList = z
  .object({ items: z.array(PaymentMethod).max(50) })
  .meta({ id: 'PaymentMethodList' });
export type PaymentMethodList = z.infer<typeof PaymentMethodList>;
