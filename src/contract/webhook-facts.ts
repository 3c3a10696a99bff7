import { z } from 'zod';
import { Money } from './money.ts';
import { Address, OrderStatus, Payment } from './orders.ts';
import { Id, Instant, Link } from './primitives.ts';
import { Estimate, TrackingStatus } from './shipments.ts';

/** What the shop's own systems are told of an order: enough to act on, to be read by its id. */
export const OrderFacts = z
  .object({
    id: Id,
    number: z.string().min(1).max(64).describe('As printed on the confirmation'),
    status: OrderStatus,
    placedAt: Instant,
    total: Money,
    customer: Id.optional().describe('Absent: a guest’s order'),
    parcels: z
      .array(
        z.object({
          id: Id,
          carrier: z.string().max(40).optional().describe('Carrier code'),
          number: z.string().max(64).optional().describe('The carrier’s tracking number'),
          url: Link.optional().describe('The carrier’s tracking page'),
          status: TrackingStatus,
          estimate: Estimate.optional(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'OrderFacts' });
export type OrderFacts = z.infer<typeof OrderFacts>;

export const CustomerFacts = z
  .object({
    id: Id,
    firstName: z.string().max(120),
    lastName: z.string().max(120),
    email: z.string().optional(),
    phone: z.string().optional(),
    address: Address.optional().describe('Their own, where orders go unless they say otherwise'),
  })
  .meta({ id: 'CustomerFacts' });
export type CustomerFacts = z.infer<typeof CustomerFacts>;

/** Money that has to be moved by the shop's own hand. */
export const MoneyFacts = z
  .object({
    id: Id,
    receipt: Id.describe('What it was decided with'),
    return: Id.optional(),
    kind: Payment.shape.kind,
    method: Id.optional().describe('Payment method; absent: nobody told'),
    label: z.string().max(80),
    lastFour: Payment.shape.lastFour,
    reference: z
      .string()
      .max(255)
      .optional()
      .describe('The payment it is about, as the payment provider calls it'),
    amount: Money.describe('To the shopper where it is positive, from them where it is negative'),
    reason: z
      .string()
      .max(40)
      .optional()
      .describe('Why it did not move, as in docs/payments.md; absent: nobody here can move it'),
  })
  .meta({ id: 'MoneyFacts' });
export type MoneyFacts = z.infer<typeof MoneyFacts>;
