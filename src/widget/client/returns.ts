import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import { Return as shape, ReturnLabel as label } from '../../contract/guards/returns.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import type {
  Return,
  ReturnConfirmation,
  ReturnLabel,
  ReturnRequest,
} from '../../contract/returns.ts';
import { readJson, type Send } from './request.ts';

const ofOrder = (order: string) => `/orders/${encodeURIComponent(order)}/returns`;
const pathOf = (id: string) => `/returns/${encodeURIComponent(id)}`;

/** What it would come to; nothing is done. */
export const quoteReturn = async (
  send: Send,
  order: string,
  body: ReturnRequest,
  signal?: AbortSignal,
): Promise<Quote> =>
  readJson(await send(`${ofOrder(order)}/quote`, { method: 'POST', body, signal }), quote);

export const createReturn = async (
  send: Send,
  order: string,
  body: ReturnConfirmation,
  key: string,
): Promise<Receipt> => readJson(await send(ofOrder(order), { method: 'POST', body, key }), receipt);

export const getReturn = async (send: Send, id: string, signal?: AbortSignal): Promise<Return> =>
  readJson(await send(pathOf(id), { signal }), shape);

export const getReturnLabel = async (send: Send, id: string): Promise<ReturnLabel> =>
  readJson(await send(`${pathOf(id)}/label`), label);

export const cancelReturn = async (send: Send, id: string, key: string): Promise<Return> =>
  readJson(await send(`${pathOf(id)}/cancellation`, { method: 'POST', key }), shape);
