import { z } from 'zod';
import { OutcomeKind, ReturnMethod, ReturnReason } from './actions.ts';
import { FollowUpAnswers } from './follow-ups.ts';
import { Id, Instant } from './primitives.ts';
import { confirming, MoneyMove, Sum } from './quotes.ts';
import { Money } from './money.ts';
import { Parcel } from './shipments.ts';
import { Photos } from './uploads.ts';

/** The life of a return, in order; from most states it can be cancelled, refused or expire. */
export const returnStates = [
  'requested',
  'approved',
  'label_sent',
  'in_transit',
  'received',
  'inspected',
  'settled',
  'refused',
  'cancelled',
  'expired',
] as const;
export const ReturnState = z.enum(returnStates).meta({ id: 'ReturnState' });
export type ReturnState = z.infer<typeof ReturnState>;

/** Why a carrier made no label for a return, or does not take one back. */
export const labelFailures = [
  'address_refused',
  'unsupported',
  'label_unknown',
  'already_used',
  'key_reused',
  'unreachable',
] as const;
export type LabelFailure = (typeof labelFailures)[number];

export const Outcome = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('refund') }),
    z.strictObject({ kind: z.literal('store_credit') }),
    z.strictObject({
      kind: z.literal('exchange'),
      variant: Id.describe('Of the same product; of any, where the shop allows'),
    }),
    z.strictObject({ kind: z.literal('replacement') }),
  ])
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof Outcome>;

const ReturnLine = z.strictObject({
  line: Id,
  quantity: z.int().min(1).max(1_000_000),
  reason: ReturnReason,
  answers: FollowUpAnswers.optional(),
  note: z.string().max(500).optional(),
  photos: Photos.optional(),
  outcome: Outcome,
});

export const ReturnRequest = z
  .strictObject({
    lines: z.array(ReturnLine).min(1).max(500),
    method: ReturnMethod,
    refundTo: Id.optional().describe(
      'Payment method a refund goes to; left out: what paid the order. `store_credit`: what an exchange leaves over becomes that',
    ),
    payment: Id.optional().describe('Payment method that pays what an exchange costs more'),
    instant: z
      .boolean()
      .default(false)
      .describe('Send the exchange at once and hold its price until the old one is back'),
    gift: z
      .boolean()
      .default(false)
      .describe('The giver is not told; what is given back is credit'),
  })
  .meta({ id: 'ReturnRequest' });
export type ReturnRequest = z.infer<typeof ReturnRequest>;

export const ReturnConfirmation = ReturnRequest.extend(confirming).meta({
  id: 'ReturnConfirmation',
});
export type ReturnConfirmation = z.infer<typeof ReturnConfirmation>;

export const OutcomesRequest = z
  .strictObject({
    lines: z
      .array(z.strictObject({ line: Id, outcome: Outcome }))
      .min(1)
      .max(500)
      .describe('Each line that is sold out, once: for all of its units that wait'),
    refundTo: Id.optional().describe('As of a return; left out: as it was asked for'),
    payment: Id.optional().describe('As of a return; left out: as it was asked for'),
  })
  .meta({ id: 'OutcomesRequest' });
export type OutcomesRequest = z.infer<typeof OutcomesRequest>;

export const OutcomesConfirmation = OutcomesRequest.extend(confirming).meta({
  id: 'OutcomesConfirmation',
});
export type OutcomesConfirmation = z.infer<typeof OutcomesConfirmation>;

/** A QR code to draw: whoever shows it need not know how they are made. */
export const CodePicture = z
  .object({
    size: z
      .int()
      .max(200)
      .describe('Of the square, in modules, with the light edge readers ask for'),
    path: z
      .string()
      .max(200_000)
      .describe('Its dark modules, as an SVG path in a view box of 0 0 size size'),
  })
  .meta({ id: 'CodePicture' });
export type CodePicture = z.infer<typeof CodePicture>;

/** A return or an exchange, as its shopper follows it. */
export const Return = z
  .object({
    id: Id,
    order: Id,
    number: z.string().max(80).describe('As in 4051-1: order number, dash, count'),
    state: ReturnState,
    createdAt: Instant,
    expiresAt: Instant.optional().describe('Sent back by then, or it ends by itself'),
    chooseBy: Instant.optional().describe(
      'Of one with lines that are sold out: its money waits until they are chosen again, and goes back to what paid by itself then',
    ),
    lines: z
      .array(
        z.object({
          line: Id,
          quantity: z.int().min(1),
          reason: ReturnReason,
          answers: FollowUpAnswers.optional(),
          photos: Photos.optional(),
          outcome: OutcomeKind,
          variant: Id.optional().describe('What is sent in exchange'),
          unitPrice: Money.optional().describe('Of what is sent in exchange'),
          soldOut: z
            .array(OutcomeKind)
            .max(4)
            .optional()
            .describe('It cannot be sent any more: what its shopper may choose instead'),
        }),
      )
      .max(500),
    method: ReturnMethod,
    instant: z.literal(true).optional().describe('The exchange is sent before it is back'),
    sums: z.array(Sum).max(500),
    total: Money,
    moves: z.array(MoneyMove).max(50),
    code: z.string().max(200).optional().describe('Shown at the counter, as a QR code'),
    codePicture: CodePicture.optional().describe('While it is time to show the code'),
    label: z.literal(true).optional().describe('GET /v1/returns/:id/label has a PDF to print'),
    labelFailed: z
      .enum(labelFailures)
      .optional()
      .describe('Why no label could be made: the shop sends another way back'),
    dropOff: z.string().max(300).optional().describe('Where the code is taken'),
    parcel: Parcel.optional(),
    cancelable: z.boolean(),
    refusedWhy: z.string().max(500).optional().describe('In the shop’s words'),
    events: z
      .array(z.object({ state: ReturnState, at: Instant }))
      .max(50)
      .describe('Newest first'),
  })
  .meta({ id: 'Return' });
export type Return = z.infer<typeof Return>;

export const ReturnLabel = z
  .object({ pdf: z.base64().max(700_000).describe('One page, in base64') })
  .meta({ id: 'ReturnLabel' });
export type ReturnLabel = z.infer<typeof ReturnLabel>;
