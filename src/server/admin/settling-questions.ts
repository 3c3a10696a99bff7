import { z } from 'zod';
import type { Shop, Shops } from '../../backend/ports.ts';
import {
  shopsSteps,
  type SettlingDesk,
  type ShopsStep,
} from '../../backend/services/settling-desk.ts';
import type { Receipt } from '../../contract/quotes.ts';
import { ReturnState, type Return } from '../../contract/returns.ts';

/** An answer, or why not: a code of the backend's, or that the shop is not clear. */
export type Answer<Value> = Value | { refused: string };

/** A file on its way through the socket. */
export interface SentFile {
  type: string;
  base64: string;
}

/** What can be asked about returns and reviews, here or over the socket of a running server. */
export interface SettlingAsk {
  returns(wanted: {
    shop?: string;
    states?: ReturnState[];
    withoutLabel?: boolean;
    most: number;
  }): Promise<Answer<Return[]>>;
  return(wanted: { shop?: string; named: string }): Promise<Answer<Return>>;
  move(wanted: {
    shop?: string;
    named: string;
    step: ShopsStep;
    why?: string;
  }): Promise<Answer<Return>>;
  upload(wanted: { shop?: string; id: string }): Promise<Answer<SentFile>>;
  reviews(wanted: { shop?: string; most: number }): Promise<Answer<Receipt[]>>;
  review(wanted: { shop?: string; receipt: string; agreed: boolean }): Promise<Answer<Receipt>>;
  refunds(wanted: { shop?: string; most: number }): Promise<Answer<Receipt[]>>;
  refunded(wanted: { shop?: string; receipt: string }): Promise<Answer<Receipt>>;
}

const shop = { shop: z.string().exactOptional() };
const steps = Object.keys(shopsSteps) as [ShopsStep, ...ShopsStep[]];
const Listed = z.object({
  ...shop,
  states: z.array(ReturnState).exactOptional(),
  withoutLabel: z.boolean().exactOptional(),
  most: z.int().min(1),
});
const Named = z.object({ ...shop, named: z.string() });
const Moved = Named.extend({ step: z.enum(steps), why: z.string().max(500).exactOptional() });
const Sent = z.object({ ...shop, id: z.string() });
const Waiting = z.object({ ...shop, most: z.int().min(1) });
const Refunded = z.object({ ...shop, receipt: z.string() });
const Reviewed = Refunded.extend({ agreed: z.boolean() });

/** The desk of the shop that is meant: the only one, or the one that is named. */
export function settlingAskOf(desk: SettlingDesk, shops: Shops): SettlingAsk {
  async function at<Value>(
    id: string | undefined,
    visit: (shop: Shop) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> {
    const found = shops.find(id);
    return found
      ? visit(found)
      : { refused: id === undefined ? 'shop_required' : 'shop_not_found' };
  }
  return {
    returns: ({ shop: id, ...wanted }) => at(id, (found) => desk.returns(found, wanted)),
    return: ({ shop: id, named }) => at(id, (found) => desk.return(found, named)),
    move: ({ shop: id, named, step, why }) => at(id, (found) => desk.move(found, named, step, why)),
    upload: ({ shop: id, id: named }) =>
      at(id, async (found) => {
        const upload = await desk.upload(found, named);
        if ('refused' in upload) return upload;
        return { type: upload.type, base64: Buffer.from(upload.bytes).toString('base64') };
      }),
    reviews: ({ shop: id, most }) => at(id, (found) => desk.reviews(found, most)),
    review: ({ shop: id, receipt, agreed }) =>
      at(id, (found) => desk.review(found, receipt, agreed)),
    refunds: ({ shop: id, most }) => at(id, (found) => desk.refunds(found, most)),
    refunded: ({ shop: id, receipt }) => at(id, (found) => desk.refunded(found, receipt)),
  };
}

export const settlingQuestions = (desk: SettlingAsk) => ({
  'returns/list': (asked: unknown) => desk.returns(Listed.parse(asked)),
  'returns/show': (asked: unknown) => desk.return(Named.parse(asked)),
  'returns/move': (asked: unknown) => desk.move(Moved.parse(asked)),
  'uploads/read': (asked: unknown) => desk.upload(Sent.parse(asked)),
  'changes/list': (asked: unknown) => desk.reviews(Waiting.parse(asked)),
  'changes/review': (asked: unknown) => desk.review(Reviewed.parse(asked)),
  'changes/refunds': (asked: unknown) => desk.refunds(Waiting.parse(asked)),
  'changes/refunded': (asked: unknown) => desk.refunded(Refunded.parse(asked)),
});

/** The same desk, asked through `ask`. */
export const settlingAskAt = (
  ask: (question: keyof ReturnType<typeof settlingQuestions>, asked: unknown) => Promise<unknown>,
): SettlingAsk => ({
  returns: async (wanted) => (await ask('returns/list', wanted)) as Answer<Return[]>,
  return: async (wanted) => (await ask('returns/show', wanted)) as Answer<Return>,
  move: async (wanted) => (await ask('returns/move', wanted)) as Answer<Return>,
  upload: async (wanted) => (await ask('uploads/read', wanted)) as Answer<SentFile>,
  reviews: async (wanted) => (await ask('changes/list', wanted)) as Answer<Receipt[]>,
  review: async (wanted) => (await ask('changes/review', wanted)) as Answer<Receipt>,
  refunds: async (wanted) => (await ask('changes/refunds', wanted)) as Answer<Receipt[]>,
  refunded: async (wanted) => (await ask('changes/refunded', wanted)) as Answer<Receipt>,
});
