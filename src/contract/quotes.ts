import { z } from 'zod';
import { CancelReason, ReportKind, Resolution, UnitsOfLine } from './actions.ts';
import { Money } from './money.ts';
import { PaymentKind } from './payments.ts';
import { Id, Instant } from './primitives.ts';
import { Photos } from './uploads.ts';

export const sumKinds = [
  'item',
  'discount',
  'tax',
  'shipping',
  'fee',
  'return_shipping',
  'bonus',
  'unpaid',
] as const;

/**
 * One line of a breakdown, from the shopper's side: what comes to them is positive. `unpaid` takes
 * off what they never paid.
 */
export const Sum = z
  .object({
    kind: z.enum(sumKinds),
    line: Id.optional().describe('The order line it is about'),
    label: z
      .string()
      .max(200)
      .optional()
      .describe('Of a discount: its name; of what is sent: what it is, and in which variant'),
    amount: Money,
  })
  .meta({ id: 'Sum' });
export type Sum = z.infer<typeof Sum>;

/** Money that moves: to the shopper where it is positive, from them where it is negative. */
export const MoneyMove = z
  .object({
    method: Id.optional().describe('Payment method; absent: store credit'),
    kind: PaymentKind.describe('Store credit is called what it is in the shopper’s language'),
    label: z.string().max(80).describe('As the shopper knows it: Visa, Gift card'),
    lastFour: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    amount: Money,
    days: z
      .object({ from: z.int().min(0), to: z.int().min(0) })
      .describe('Working days until it is there; 0 to 0: at once'),
    state: z
      .enum(['planned', 'moving', 'done', 'failed'])
      .describe('planned: when what goes back has arrived, or the shop has agreed'),
  })
  .meta({ id: 'MoneyMove' });
export type MoneyMove = z.infer<typeof MoneyMove>;

const money = {
  sums: z.array(Sum).max(500).describe('They add up to the total'),
  total: Money.describe('What comes to the shopper; negative: what they pay'),
  moves: z.array(MoneyMove).max(50).describe('They add up to the total'),
};

/** What is held, and not charged, until what goes back is there. */
export const Hold = MoneyMove.pick({ kind: true, label: true, lastFour: true })
  .extend({ amount: Money, until: Instant.describe('Not sent back by then, it is charged') })
  .meta({ id: 'Hold' });
export type Hold = z.infer<typeof Hold>;

/** What a write would do, to the cent. Nothing is done. */
export const Quote = z
  .object({
    id: z.string().min(1).max(500).describe('The write that confirms it sends it as `quote`'),
    expiresAt: Instant,
    ...money,
    review: z.literal(true).optional().describe('The shop looks at it before it counts'),
    hold: Hold.optional().describe('For an exchange that is sent at once'),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

export const receiptKinds = [
  'cancellation',
  'edit',
  'return',
  'return_cancellation',
  'report',
] as const;

/** What was done: kept with the order, told by mail, undone while the rule allows. */
export const Receipt = z
  .object({
    id: Id,
    order: Id,
    kind: z.enum(receiptKinds),
    at: Instant,
    by: z.enum(['customer', 'shop', 'system']),
    state: z
      .enum(['done', 'in_review', 'awaiting_payment', 'refused', 'undone'])
      .describe('awaiting_payment: undone by itself when the difference is not paid in time'),
    ...money,
    undoUntil: Instant.optional().describe(
      'Until then POST /v1/orders/:id/receipts/:receipt/undo takes it back',
    ),
    return: Id.optional().describe('The return it made or ended'),
    reason: CancelReason.optional().describe('Of a cancellation'),
    report: z
      .object({
        kind: ReportKind,
        lines: z.array(UnitsOfLine).max(2000),
        resolution: Resolution.optional().describe('Absent: the shop’s people say'),
        note: z.string().max(1000).optional(),
        photos: Photos.optional(),
      })
      .optional()
      .describe('What was told to be wrong'),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

/** A write that confirms names the quote it was shown; other sums by then refuse it. */
export const confirming = {
  quote: z.string().min(1).max(500).describe('The id of the quote'),
};
