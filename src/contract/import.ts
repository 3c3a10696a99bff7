import { z } from 'zod';
import { Currency } from './money.ts';
import { Email, InstantInput, Link, Phone, Picture } from './primitives.ts';
import { Address, OrderStatus, Payment } from './orders.ts';
import { EstimateInput, PickupInput, TrackingEventInput, TrackingStatus } from './shipments.ts';

/**
 * The neutral import format: JSON Lines, one object a line, told apart by `type`. Amounts are
 * integers in the minor units of `currency`. `id` is the shop's own and makes an import
 * repeatable: the same row twice changes nothing. Rows may come in any order and in any number
 * of files; an order may name a customer that a later line brings.
 */
const id = z.string().min(1).max(128);
const amount = z.int();
const updatedAt = InstantInput.optional().describe(
  'When the row became so. A row does not take the place of a newer one; one that does not say takes any',
);
const options = z.record(z.string().max(80), z.string().max(120));

export const ProductRow = z
  .strictObject({
    type: z.literal('product'),
    id,
    updatedAt,
    name: z.string().min(1).max(200),
    url: Link.optional(),
    picture: Picture.optional(),
    category: z.string().max(120).optional(),
    tags: z.array(z.string().max(80)).max(50).optional(),
    variants: z
      .array(
        z.strictObject({
          id,
          sku: z.string().max(80).optional(),
          options: options.optional(),
          price: amount.min(0),
          currency: Currency,
          available: z.boolean().default(true),
          stock: z.int().min(0).optional(),
          picture: Picture.optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'ProductRow' });
export type ProductRow = z.infer<typeof ProductRow>;

export const CustomerRow = z
  .strictObject({
    type: z.literal('customer'),
    id,
    updatedAt,
    email: Email.optional(),
    phone: Phone.optional(),
    firstName: z.string().max(120).optional(),
    lastName: z.string().max(120).optional(),
    address: Address.optional(),
    paymentMethods: z
      .array(
        z.strictObject({
          id,
          ...{ kind: Payment.shape.kind, label: Payment.shape.label },
          lastFour: Payment.shape.lastFour,
          balance: z
            .strictObject({ amount: amount.min(0), currency: Currency })
            .optional()
            .describe('Of a gift card: what is left'),
        }),
      )
      .max(50)
      .optional(),
  })
  .meta({ id: 'CustomerRow' });
export type CustomerRow = z.infer<typeof CustomerRow>;

export const ShipmentRow = z
  .strictObject({
    id,
    carrier: z
      .string()
      .max(40)
      .optional()
      .describe('Carrier code; recognised from the number when absent'),
    number: z.string().max(64).optional(),
    url: Link.optional(),
    status: TrackingStatus.default('unknown').describe('Used while there are no events'),
    estimate: EstimateInput.optional(),
    pickup: PickupInput.optional(),
    lines: z
      .array(z.strictObject({ line: id, quantity: z.int().min(1) }))
      .max(500)
      .default([]),
    events: z.array(TrackingEventInput).max(200).default([]),
  })
  .meta({ id: 'ShipmentRow' });
export type ShipmentRow = z.infer<typeof ShipmentRow>;

export const OrderRow = z
  .strictObject({
    type: z.literal('order'),
    id,
    updatedAt,
    number: z.string().min(1).max(64).describe('As printed on the confirmation'),
    customer: id.optional().describe('Customer id; absent for a guest order'),
    email: Email.optional().describe('Contact of the order; the customer’s when absent'),
    phone: Phone.optional(),
    placedAt: InstantInput,
    status: OrderStatus,
    currency: Currency,
    lines: z
      .array(
        z.strictObject({
          id,
          product: id,
          variant: id,
          name: z.string().min(1).max(200),
          options: options.optional(),
          quantity: z.int().min(1).max(1_000_000),
          unitPrice: amount.min(0),
          picture: Picture.optional(),
          url: Link.optional(),
          bundle: id.optional().describe('Lines sold as one have the same; they go back as one'),
        }),
      )
      .min(1)
      .max(2000),
    discounts: z
      .array(
        z.strictObject({ label: z.string().max(120), amount: amount.max(0).describe('Negative') }),
      )
      .max(20)
      .default([]),
    shipping: amount.min(0).default(0),
    shippingMethod: id.optional().describe('How it is sent: one of the shop’s shippingMethods'),
    tax: amount.min(0).default(0),
    taxIncluded: z.boolean().default(true),
    total: amount
      .min(0)
      .describe('items + discounts + shipping, + tax unless taxIncluded; checked'),
    payments: z
      .array(
        z.strictObject({
          kind: Payment.shape.kind,
          label: z.string().max(80),
          lastFour: z
            .string()
            .regex(/^\d{4}$/)
            .optional(),
          amount,
          method: id.optional().describe('Which of the customer’s payment methods'),
          reference: z
            .string()
            .max(255)
            .optional()
            .describe('What the payment provider calls it, as in pi_3MtwBw; refunds name it'),
        }),
      )
      .max(50)
      .default([]),
    address: Address.optional(),
    channel: z.string().max(40).optional().describe('Where it was bought: online, pos, …'),
    risk: z.enum(['high']).optional().describe('What the shop’s fraud check says'),
    shipments: z.array(ShipmentRow).max(100).default([]),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof OrderRow>;

export const ImportRow = z.discriminatedUnion('type', [ProductRow, CustomerRow, OrderRow]);
export type ImportRow = z.infer<typeof ImportRow>;
