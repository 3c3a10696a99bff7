import { z } from 'zod';
import { Address } from './orders.ts';
import { Email, Id, Phone } from './primitives.ts';
import { confirming } from './quotes.ts';

const AddressInput = z.strictObject(Address.shape);
const payment = Id.optional().describe(
  'Payment method that pays or is given the difference; left out: what paid the order',
);

const edits = {
  items: z.strictObject({
    kind: z.literal('items'),
    lines: z
      .array(
        z.strictObject({
          line: Id,
          variant: Id.optional().describe('Another variant of the same product'),
          quantity: z.int().min(1).max(1_000).optional(),
        }),
      )
      .max(2000)
      .default([])
      .describe('Lines that become others; what is to go is a cancellation'),
    add: z
      .array(z.strictObject({ variant: Id, quantity: z.int().min(1).max(1_000) }))
      .max(50)
      .default([]),
    payment,
  }),
  address: z.strictObject({
    kind: z.literal('address'),
    address: AddressInput,
    remember: z.boolean().default(false).describe('It becomes the account’s own address too'),
  }),
  contact: z.strictObject({
    kind: z.literal('contact'),
    email: Email.optional(),
    phone: Phone.optional(),
  }),
  shipping: z.strictObject({ kind: z.literal('shipping'), method: Id, payment }),
  payment: z.strictObject({ kind: z.literal('payment'), payment: Id }),
} as const;

/** One change of an order that is not packed yet. */
export const EditRequest = z
  .discriminatedUnion('kind', [
    edits.items,
    edits.address,
    edits.contact,
    edits.shipping,
    edits.payment,
  ])
  .meta({ id: 'EditRequest' });
export type EditRequest = z.infer<typeof EditRequest>;

export const Edit = z
  .discriminatedUnion('kind', [
    edits.items.extend(confirming),
    edits.address.extend(confirming),
    edits.contact.extend(confirming),
    edits.shipping.extend(confirming),
    edits.payment.extend(confirming),
  ])
  .meta({ id: 'Edit' });
export type Edit = z.infer<typeof Edit>;
