import { z } from 'zod';
import { OrderActions } from './actions.ts';
import { Money } from './money.ts';
import { PaymentKind } from './payments.ts';
import { Email, Id, Instant, Link, Phone, Picture } from './primitives.ts';
import { Receipt } from './quotes.ts';
import { Estimate, Parcel, Shipment, TrackingEvent, TrackingStatus } from './shipments.ts';

export const orderStatuses = ['placed', 'processing', 'shipped', 'delivered', 'cancelled'] as const;
/** How far an order is, as its platform says. */
export const OrderStatus = z.enum(orderStatuses).meta({ id: 'OrderStatus' });
export type OrderStatus = z.infer<typeof OrderStatus>;

/**
 * The one line an order is told in: the parcel that matters most now. `progress` counts the four
 * steps ordered, packed, on its way, yours; 2.5 is half way through the third.
 */
export const OrderProgress = z
  .object({
    status: OrderStatus,
    parcel: TrackingStatus.optional().describe('Status of the parcel that matters most now'),
    progress: z.number().min(0).max(4),
    estimate: Estimate.optional(),
    latest: TrackingEvent.optional(),
    needsYou: z.boolean().describe('An exception waits for the shopper'),
    until: Instant.optional().describe('With needsYou: after this it is too late'),
    parcels: z.int().min(0),
  })
  .meta({ id: 'OrderProgress' });
export type OrderProgress = z.infer<typeof OrderProgress>;

/** An order in a list. */
export const OrderSummary = z
  .object({
    id: Id,
    number: z.string().min(1).max(64).describe('As printed on the confirmation'),
    placedAt: Instant,
    total: Money,
    itemCount: z.int().min(0).describe('Sum of quantities'),
    pictures: z.array(Picture).max(3),
    title: z.string().max(200).describe('The first item’s name'),
    progress: OrderProgress,
  })
  .meta({ id: 'OrderSummary' });
export type OrderSummary = z.infer<typeof OrderSummary>;

export const Line = z
  .object({
    id: Id,
    product: Id,
    variant: Id,
    name: z.string().max(200),
    options: z.array(z.object({ name: z.string().max(80), value: z.string().max(120) })).max(12),
    quantity: z.int().min(1),
    unitPrice: Money,
    total: Money.describe('unitPrice × quantity, before order discounts'),
    picture: Picture.optional(),
    url: Link.optional().describe('The product’s page'),
    bundle: Id.optional().describe(
      'Lines that were sold as one, and go back as one, have the same',
    ),
  })
  .meta({ id: 'Line' });
export type Line = z.infer<typeof Line>;

export const Address = z
  .object({
    name: z.string().max(200).optional(),
    lines: z.array(z.string().max(200)).min(1).max(4).describe('Street, house, flat'),
    city: z.string().max(120).optional(),
    region: z.string().max(120).optional(),
    postcode: z.string().max(32).optional(),
    country: z.string().max(80).optional(),
  })
  .meta({ id: 'Address' });
export type Address = z.infer<typeof Address>;

export const Totals = z
  .object({
    items: Money.describe('Sum of the lines'),
    discounts: z.array(z.object({ label: z.string().max(120), amount: Money })).max(20),
    shipping: Money,
    tax: Money,
    taxIncluded: z.boolean().describe('True when prices contain the tax'),
    total: Money,
  })
  .meta({ id: 'Totals' });
export type Totals = z.infer<typeof Totals>;

export const Payment = z
  .object({
    kind: PaymentKind,
    label: z.string().max(80).describe('As the shopper knows it: Visa, PayPal'),
    lastFour: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    amount: Money.describe('Paid; negative when given back'),
    method: Id.optional().describe('Which of the customer’s payment methods'),
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

/** The whole order, for its owner. */
export const Order = OrderSummary.extend({
  lines: z.array(Line).max(2000),
  shipments: z.array(Shipment).max(100),
  totals: Totals,
  payments: z.array(Payment).max(50),
  address: Address.optional().describe('Where it goes'),
  contact: z
    .object({ email: Email.optional(), phone: Phone.optional() })
    .optional()
    .describe('Where the shop writes and calls about it; the phone is told to its customer alone'),
  actions: OrderActions.optional().describe('What can be done with it; absent: nothing here'),
  returns: z.array(Id).max(50).optional().describe('Ids of its returns, newest first'),
  receipts: z.array(Receipt).max(100).optional().describe('What was done here, newest first'),
}).meta({ id: 'Order' });
export type Order = z.infer<typeof Order>;

/** What a guest with number and e-mail may see: steps and parcels, no name, item, price, address. */
export const OrderTracking = z
  .object({
    id: Id,
    number: z.string(),
    progress: OrderProgress,
    parcels: z.array(Parcel).max(100),
  })
  .meta({ id: 'OrderTracking' });
export type OrderTracking = z.infer<typeof OrderTracking>;

export const OrderQuery = z.object({
  cursor: z.string().max(500).optional().describe('From next of the page before'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  filter: z.enum(['all', 'active', 'past']).default('all'),
  year: z.coerce
    .number()
    .int()
    .min(1970)
    .max(9999)
    .optional()
    .describe('Year placed, in the shop’s time zone'),
});
export type OrderQuery = z.infer<typeof OrderQuery>;

export const OrderPage = z
  .object({
    items: z.array(OrderSummary).max(50),
    next: z.string().optional().describe('Cursor of the next page; absent on the last'),
    years: z
      .array(z.int())
      .max(100)
      .optional()
      .describe('On the first page: years with orders, newest first'),
  })
  .meta({ id: 'OrderPage' });
export type OrderPage = z.infer<typeof OrderPage>;
