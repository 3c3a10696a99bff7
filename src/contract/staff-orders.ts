import { z } from 'zod';
import { CancellationRequest } from './cancellations.ts';
import { EditRequest } from './edits.ts';
import { Shopper } from './inbox.ts';
import { Order } from './orders.ts';
import { PaymentMethod } from './payment-methods.ts';
import { PolicyLimit, policyLimits } from './policy.ts';
import { Instant } from './primitives.ts';
import { confirming, Quote, Receipt } from './quotes.ts';
import { reasonCodes } from './reasons.ts';
import { ReturnRequest } from './returns.ts';
import { StaffRole } from './staff.ts';

/** A limit of the shopper's policy that is left behind, and the no that it says to them. */
export const Beyond = z
  .object({
    limit: PolicyLimit,
    reason: z.enum(reasonCodes).optional().describe('What the shopper is told'),
    since: Instant.optional().describe('With window_closed: when the time ran out'),
  })
  .meta({ id: 'Beyond' });
export type Beyond = z.infer<typeof Beyond>;

const AllBeyond = z
  .array(Beyond)
  .max(policyLimits.length)
  .describe('What of the shopper’s policy it leaves behind; empty: they may as well');

/** Whether whoever asks may do it for the customer, and how far that is beyond what they may. */
export const StaffVerdict = z
  .discriminatedUnion('allowed', [
    z.object({
      allowed: z.literal(true),
      until: Instant.optional().describe('After this it is too late'),
      review: z.literal(true).optional().describe('Somebody who leads looks at it first'),
      beyond: AllBeyond,
    }),
    z.object({
      allowed: z.literal(false),
      reason: z.enum(reasonCodes),
      since: Instant.optional(),
      asks: StaffRole.exclude(['agent'])
        .optional()
        .describe('The role that may all the same; absent: nobody may'),
    }),
  ])
  .meta({ id: 'StaffVerdict' });
export type StaffVerdict = z.infer<typeof StaffVerdict>;

export const staffActs = [
  'cancel',
  'editItems',
  'editAddress',
  'editContact',
  'editShipping',
  'editPayment',
  'return',
  'exchange',
] as const;
export type StaffAct = (typeof staffActs)[number];

export const staffReasons = [
  'customer_asked',
  'out_of_stock',
  'our_mistake',
  'fraud_suspected',
  'goodwill',
  'other',
] as const;
export const StaffReason = z.enum(staffReasons).meta({ id: 'StaffReason' });
export type StaffReason = z.infer<typeof StaffReason>;

/** Why somebody of the shop does it: kept with the receipt and in the audit log; no customer reads it. */
export const StaffWhy = z
  .strictObject({ reason: StaffReason, words: z.string().trim().min(1).max(500) })
  .meta({ id: 'StaffWhy' });
export type StaffWhy = z.infer<typeof StaffWhy>;

/** Who of the shop did it, why, and what it left behind. */
export const DoneByStaff = StaffWhy.extend({
  name: z.string().max(80).describe('Their name then'),
  beyond: AllBeyond,
}).meta({ id: 'DoneByStaff' });
export type DoneByStaff = z.infer<typeof DoneByStaff>;

export const StaffReceipt = Receipt.extend({
  staff: DoneByStaff.optional().describe('Of what the shop’s people did in the console'),
}).meta({ id: 'StaffReceipt' });
export type StaffReceipt = z.infer<typeof StaffReceipt>;

/** An order with what the one who asks may do with it. */
export const StaffOrder = z
  .object({
    order: Order.omit({ receipts: true }).describe(
      '`actions` are what there is to choose, by all that they may go beyond',
    ),
    with: Shopper,
    may: z.object(
      Object.fromEntries(staffActs.map((act) => [act, StaffVerdict])) as Record<
        StaffAct,
        typeof StaffVerdict
      >,
    ),
    methods: z
      .array(PaymentMethod)
      .max(50)
      .describe('How its customer may pay, or be paid; none where the order has no customer'),
    waives: z.boolean().describe('There are fees, and they may leave them out'),
    receipts: z.array(StaffReceipt).max(100).describe('What was done here, newest first'),
  })
  .meta({ id: 'StaffOrder' });
export type StaffOrder = z.infer<typeof StaffOrder>;

const wishes = {
  cancellation: z.strictObject({ kind: z.literal('cancellation'), wish: CancellationRequest }),
  edit: z.strictObject({ kind: z.literal('edit'), wish: EditRequest }),
  return: z.strictObject({
    kind: z.literal('return'),
    wish: ReturnRequest.omit({ gift: true }),
    waiveFees: z.boolean().default(false).describe('Neither a fee nor the way back comes off'),
  }),
} as const;

/** What is to be done for a customer, as they would ask for it themselves. */
export const StaffChangeRequest = z
  .discriminatedUnion('kind', [wishes.cancellation, wishes.edit, wishes.return])
  .meta({ id: 'StaffChangeRequest' });
export type StaffChangeRequest = z.infer<typeof StaffChangeRequest>;

const confirmed = { ...confirming, why: StaffWhy };
export const StaffChange = z
  .discriminatedUnion('kind', [
    wishes.cancellation.extend(confirmed),
    wishes.edit.extend(confirmed),
    wishes.return.extend(confirmed),
  ])
  .meta({ id: 'StaffChange' });
export type StaffChange = z.infer<typeof StaffChange>;

/** What it comes to; it holds for the order as it is now, and is refused once that is another. */
export const StaffQuote = Quote.extend({ beyond: AllBeyond }).meta({ id: 'StaffQuote' });
export type StaffQuote = z.infer<typeof StaffQuote>;
