import { z } from 'zod';
import {
  CancelReason,
  OutcomeKind,
  ReportKind,
  Resolution,
  returnMethods,
  returnReasons,
} from './actions.ts';
import { FollowUp } from './follow-ups.ts';
import { PaymentKind } from './payments.ts';

/** Minor units of the shop's currency. */
const amount = z
  .int()
  .min(0)
  .meta({ format: 'minor-units', description: 'Minor units of the shop’s currency' });
const percent = z.number().min(0).max(100);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2');

/** A stretch of time from something that happened to the order. */
export const Window = z.strictObject({
  from: z.enum(['order', 'fulfilment', 'delivery']),
  days: z.number().min(0).max(3650).describe('24 hours each; 0.5 is twelve hours'),
});
export type Window = z.infer<typeof Window>;

/** Which lines a rule is about: all that is named must hold; nothing named is every line. */
export const Matcher = z.strictObject({
  categories: z.array(z.string().max(120)).max(100).optional(),
  tags: z.array(z.string().max(80)).max(100).optional(),
  products: z.array(z.string().max(128)).max(500).optional(),
  countries: z.array(country).max(250).optional().describe('Where the order went'),
  channels: z.array(z.string().max(40)).max(20).optional().describe('Where it was bought'),
  unitPrice: z
    .strictObject({ from: amount.optional(), to: amount.optional() })
    .optional()
    .describe('From included, to excluded'),
});
export type Matcher = z.infer<typeof Matcher>;

const Fee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat'), amount }),
  z.strictObject({ kind: z.literal('percent'), percent }),
]);
export type Fee = z.infer<typeof Fee>;

const ReasonRule = z.strictObject({
  outcomes: z.array(OutcomeKind).min(1).max(4),
  photo: z.boolean().default(false),
  fee: Fee.optional().describe('Restocking fee, of what the item came to'),
  returnShipping: z.enum(['shop', 'shopper']).describe('Who pays for the way back'),
  review: z.boolean().default(false).describe('The shop looks at it before it counts'),
  keepBelow: amount.optional().describe('What came to less in all need not be sent back'),
  followUps: z.array(FollowUp).max(3).optional().describe('What is asked further about it'),
});
export type ReasonRule = z.infer<typeof ReasonRule>;

/** What a rule says about the lines it matches; the first that matches and says it, counts. */
export const LineRule = z.strictObject({
  match: Matcher,
  finalSale: z.boolean().optional(),
  excluded: z.boolean().optional().describe('Neither returns nor exchanges'),
  window: Window.optional().describe('In the place of the shop’s return window'),
  outcomes: z.array(OutcomeKind).min(1).max(4).optional().describe('Only these'),
  fee: Fee.optional(),
  review: z.boolean().optional(),
});
export type LineRule = z.infer<typeof LineRule>;

const Edits = z.strictObject({
  items: z.boolean(),
  quantity: z.boolean(),
  add: z.boolean(),
  address: z.boolean(),
  contact: z.boolean(),
  shipping: z.boolean(),
  payment: z.boolean(),
});

export const policyLimits = [
  'deadline',
  'repeat',
  'reason',
  'fee',
  'review',
  'goods',
  'offer',
] as const;
/**
 * What of a policy the shop's people may leave behind: when it is too late; that there can be one
 * only; which reasons open what; what it costs; that the shop looks at it first; which goods do not go
 * back; what is not offered at all.
 */
export const PolicyLimit = z.enum(policyLimits).meta({ id: 'PolicyLimit' });
export type PolicyLimit = z.infer<typeof PolicyLimit>;

/** What a shop allows its shoppers to settle by themselves. JSON Schema: docs/api/policy.schema.json */
export const Policy = z
  .strictObject({
    cancel: z.strictObject({
      allowed: z.boolean(),
      lines: z.boolean().describe('Part of an order too'),
      reasons: z
        .array(CancelReason)
        .min(1)
        .max(5)
        .optional()
        .describe('Why one may cancel; absent: whatever the reason'),
      until: z
        .enum(['processing', 'shipped'])
        .describe('Until the warehouse begins, or until it leaves'),
      cutoff: Window.optional().describe('And no later than this'),
      afterEdit: z.boolean().describe('Also when its items were changed before'),
      review: z.boolean().default(false),
      undoMinutes: z.int().min(0).max(120).default(0),
    }),
    edit: z.strictObject({
      allowed: Edits,
      until: z.enum(['processing', 'shipped']),
      cutoff: Window.optional(),
      once: z
        .boolean()
        .describe('Items may be changed once, and then nothing of the order any more'),
      paymentOnce: z.boolean().default(false).describe('The payment method may be changed once'),
      payWithinMinutes: z
        .int()
        .min(1)
        .max(10_080)
        .default(60)
        .describe('A difference that is not paid by then reverses the edit'),
      undoMinutes: z.int().min(0).max(120).default(0),
    }),
    returns: z.strictObject({
      allowed: z.boolean(),
      window: Window.optional().describe('Absent: no end'),
      exchangeWindow: Window.optional().describe('Absent: the same as for returns'),
      once: z.boolean().describe('One return or exchange an order'),
      reasons: z.partialRecord(z.enum(returnReasons), ReasonRule),
      methods: z
        .array(z.enum(returnMethods).exclude(['keep']))
        .min(1)
        .max(4)
        .describe('What need not be sent back is a matter of its reason'),
      returnShippingFee: amount.describe('Where the shopper pays for the way back'),
      refundShipping: z
        .enum(['never', 'whole_order', 'shop_at_fault'])
        .describe('When the way there is refunded too'),
      refundTo: z
        .enum(['original', 'original_or_gift_card'])
        .describe('Where a refund may go beside store credit'),
      exchangeFor: z.enum(['variant', 'any']).describe('Of the same product, or shop now'),
      bonus: z
        .strictObject({
          exchange: Fee.optional(),
          storeCredit: Fee.optional(),
        })
        .default({}),
      instantExchange: z.boolean().default(false),
      gift: z.boolean().default(false),
      sendWithinDays: z.int().min(1).max(90).default(14),
      remindDaysBefore: z
        .int()
        .min(0)
        .max(30)
        .default(3)
        .describe('A mail so many days before one that was not sent expires; 0: none'),
      review: z.boolean().default(false).describe('Every return; else its reason says'),
      settleOn: z
        .enum(['request', 'in_transit', 'received', 'inspected'])
        .describe('When the money moves'),
    }),
    lines: z.array(LineRule).max(200).default([]),
    reports: z
      .strictObject({
        lostAfterDays: z.int().min(1).max(90).default(10),
        photo: z
          .array(ReportKind)
          .max(6)
          .default([])
          .describe('Of what at least one picture is asked for'),
        resolve: z.array(Resolution).max(3).default([]),
        resolveBelow: amount
          .optional()
          .describe('What came to as much is kept for the shop’s people'),
      })
      .prefault({}),
    refundDays: z
      .partialRecord(PaymentKind, z.strictObject({ from: z.int().min(0), to: z.int().min(0) }))
      .default({})
      .describe('Working days until the money is there, by kind of payment'),
    storeCredit: z.boolean().default(false),
    blockedCustomers: z.array(z.string().max(128)).max(10_000).default([]),
    highRisk: z
      .enum(['refuse', 'review', 'as_others'])
      .default('review')
      .describe('Orders the shop marks as of high risk'),
    staff: z
      .strictObject({
        lead: z
          .array(PolicyLimit)
          .max(policyLimits.length)
          .default(['deadline', 'repeat', 'reason', 'fee', 'review'])
          .describe('What who leads may go beyond for a customer; admins: all of it; agents: none'),
      })
      .prefault({}),
  })
  .meta({ id: 'Policy' });
export type Policy = z.infer<typeof Policy>;
