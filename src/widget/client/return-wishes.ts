import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import type { ReturnConfirmation, ReturnRequest } from '../../contract/returns.ts';
import { readJson, type Send } from './request.ts';

const pathOf = (order: string) => `/orders/${encodeURIComponent(order)}/returns`;

/** What it would come to; nothing is done. */
export const quoteReturn = async (
  send: Send,
  order: string,
  body: ReturnRequest,
  signal?: AbortSignal,
): Promise<Quote> =>
  readJson(await send(`${pathOf(order)}/quote`, { method: 'POST', body, signal }), quote);

export const createReturn = async (
  send: Send,
  order: string,
  body: ReturnConfirmation,
  key: string,
): Promise<Receipt> => readJson(await send(pathOf(order), { method: 'POST', body, key }), receipt);
