import type { Edit, EditRequest } from '../../contract/edits.ts';
import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import { readJson, type Send } from './request.ts';

const pathOf = (order: string) => `/orders/${encodeURIComponent(order)}/edits`;

/** What it would come to; nothing is done. */
export const quoteEdit = async (
  send: Send,
  order: string,
  body: EditRequest,
  signal?: AbortSignal,
): Promise<Quote> =>
  readJson(await send(`${pathOf(order)}/quote`, { method: 'POST', body, signal }), quote);

export const editOrder = async (
  send: Send,
  order: string,
  body: Edit,
  key: string,
): Promise<Receipt> => readJson(await send(pathOf(order), { method: 'POST', body, key }), receipt);
