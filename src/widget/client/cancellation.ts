import type { Cancellation, CancellationRequest } from '../../contract/cancellations.ts';
import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import { readJson, type Send } from './request.ts';

const pathOf = (order: string) => `/orders/${encodeURIComponent(order)}/cancellation`;

/** What it would come to; nothing is done. */
export const quoteCancellation = async (
  send: Send,
  order: string,
  body: CancellationRequest,
  signal?: AbortSignal,
): Promise<Quote> =>
  readJson(await send(`${pathOf(order)}/quote`, { method: 'POST', body, signal }), quote);

export const cancelOrder = async (
  send: Send,
  order: string,
  body: Cancellation,
  key: string,
): Promise<Receipt> => readJson(await send(pathOf(order), { method: 'POST', body, key }), receipt);
