import { z } from 'zod';
import { FollowUp } from './follow-ups.ts';
import { Money } from './money.ts';
import { Id, Instant } from './primitives.ts';
import { reasonCodes } from './reasons.ts';

/** Whether something may be done now; a no has a reason, and says what can be done in its place. */
export const Verdict = z
  .discriminatedUnion('allowed', [
    z.object({
      allowed: z.literal(true),
      until: Instant.optional().describe('After this it is too late; absent: no end is known'),
      review: z.literal(true).optional().describe('The shop looks at it before it counts'),
    }),
    z.object({
      allowed: z.literal(false),
      reason: z.enum(reasonCodes),
      since: Instant.optional().describe('With window_closed: when the time ran out'),
      instead: z.enum(['return', 'wait', 'shop']).optional().describe('What can be done'),
    }),
  ])
  .meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof Verdict>;

export const outcomeKinds = ['refund', 'store_credit', 'exchange', 'replacement'] as const;
/** What the shopper gets for what goes back; an exchange is for another variant or product. */
export const OutcomeKind = z.enum(outcomeKinds).meta({ id: 'OutcomeKind' });
export type OutcomeKind = z.infer<typeof OutcomeKind>;

export const CancelReason = z
  .enum(['no_longer_needed', 'ordered_by_mistake', 'found_cheaper', 'too_slow', 'other'])
  .meta({ id: 'CancelReason' });
export type CancelReason = z.infer<typeof CancelReason>;

export const returnReasons = [
  'too_small',
  'too_large',
  'not_as_described',
  'damaged',
  'faulty',
  'wrong_item',
  'too_late',
  'no_longer_needed',
  'found_cheaper',
  'other',
] as const;
export const ReturnReason = z.enum(returnReasons).meta({ id: 'ReturnReason' });
export type ReturnReason = z.infer<typeof ReturnReason>;

export const returnMethods = ['drop_off', 'label', 'pick_up', 'own', 'keep'] as const;
/** How it goes back: a code shown at a counter, a label to print, fetched at home, one's own way, or not at all. */
export const ReturnMethod = z.enum(returnMethods).meta({ id: 'ReturnMethod' });
export type ReturnMethod = z.infer<typeof ReturnMethod>;

/** What a reason opens: outcomes, and what is asked for it. */
export const ReasonOffer = z
  .object({
    reason: ReturnReason,
    outcomes: z.array(OutcomeKind).min(1).max(4),
    photo: z.literal(true).optional().describe('At least one picture is asked for'),
    keep: z.literal(true).optional().describe('Nothing has to be sent back'),
    followUps: z.array(FollowUp).max(3).optional().describe('What may be answered about it'),
  })
  .meta({ id: 'ReasonOffer' });
export type ReasonOffer = z.infer<typeof ReasonOffer>;

export const reportKinds = ['late', 'lost', 'stuck', 'damaged', 'wrong', 'missing'] as const;
/**
 * What can be wrong with an order: past its estimate; no news for too long; stopped on its way or
 * never begun; arrived broken, as something else, or not all of it.
 */
export const ReportKind = z.enum(reportKinds).meta({ id: 'ReportKind' });
export type ReportKind = z.infer<typeof ReportKind>;

export const resolutions = ['resend', 'refund', 'replace'] as const;
/** What a report is answered with: sent again, given back, or the right thing in its place. */
export const Resolution = z.enum(resolutions).meta({ id: 'Resolution' });
export type Resolution = z.infer<typeof Resolution>;

export const UnitsOfLine = z
  .strictObject({ line: Id, quantity: z.int().min(1).max(1_000_000) })
  .meta({ id: 'UnitsOfLine' });
export type UnitsOfLine = z.infer<typeof UnitsOfLine>;

/** What may be told to be wrong now, of which units. */
export const ReportOffer = z
  .object({
    kind: ReportKind,
    lines: z.array(UnitsOfLine).min(1).max(2000),
    photo: z.literal(true).optional().describe('At least one picture is asked for'),
    resolutions: z
      .array(Resolution)
      .max(2)
      .describe('What may be asked for; none: the shop’s people say what comes of it'),
  })
  .meta({ id: 'ReportOffer' });
export type ReportOffer = z.infer<typeof ReportOffer>;

/** What can be done with one line. `returnable` counts units that no return speaks of yet. */
export const LineActions = z
  .object({
    line: Id,
    cancel: Verdict,
    edit: Verdict,
    changes: z
      .array(z.enum(['variant', 'quantity']))
      .max(2)
      .describe('What an edit of it may change; empty where it may not be edited'),
    return: Verdict,
    exchange: Verdict,
    returnable: z.int().min(0),
    reasons: z.array(ReasonOffer).max(20).describe('Empty where it cannot go back'),
  })
  .meta({ id: 'LineActions' });
export type LineActions = z.infer<typeof LineActions>;

/** What can be done with an order: by it as a whole, and by line. */
export const OrderActions = z
  .object({
    cancel: Verdict,
    cancelReasons: z.array(CancelReason).max(5).optional().describe('Absent: all'),
    editItems: Verdict,
    addItems: z.literal(true).optional().describe('An edit of its items may add what the shop has'),
    editAddress: Verdict,
    editContact: Verdict,
    editShipping: Verdict,
    shippingMethods: z
      .array(
        z.object({
          id: Id,
          label: z.string().max(80),
          price: Money,
          chosen: z.literal(true).optional().describe('It is sent this way now'),
        }),
      )
      .max(20)
      .optional()
      .describe('How it may be sent, where that may be changed'),
    editPayment: Verdict,
    return: Verdict,
    exchange: Verdict,
    report: Verdict,
    reports: z.array(ReportOffer).max(6),
    bonus: Money.optional().describe('What store credit adds, where that is one sum'),
    methods: z
      .array(ReturnMethod)
      .max(5)
      .describe('How something can be sent back; `keep` is a matter of its reason'),
    freeReturn: z
      .literal(true)
      .optional()
      .describe('Sending back costs nothing, whatever the reason'),
    exchangeForAny: z
      .literal(true)
      .optional()
      .describe('An exchange may be for any product, not only for another variant'),
    instantExchange: z
      .literal(true)
      .optional()
      .describe('An exchange may be sent before the old one is back'),
    gift: z
      .literal(true)
      .optional()
      .describe('Not their order: they may return what they were given, and the giver is not told'),
    storeCredit: z
      .literal(true)
      .optional()
      .describe('What an exchange leaves over may become store credit'),
    lines: z.array(LineActions).max(2000),
  })
  .meta({ id: 'OrderActions' });
export type OrderActions = z.infer<typeof OrderActions>;
