import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import type { OutcomesConfirmation, OutcomesRequest } from '../../contract/returns.ts';
import { readJson, type Send } from './request.ts';

const pathOf = (id: string) => `/returns/${encodeURIComponent(id)}/outcomes`;

/** What another outcome would come to; nothing is done. */
export const quoteOutcomes = async (
  send: Send,
  id: string,
  body: OutcomesRequest,
  signal?: AbortSignal,
): Promise<Quote> =>
  readJson(await send(`${pathOf(id)}/quote`, { method: 'POST', body, signal }), quote);

export const chooseOutcomes = async (
  send: Send,
  id: string,
  body: OutcomesConfirmation,
  key: string,
): Promise<Receipt> => readJson(await send(pathOf(id), { method: 'POST', body, key }), receipt);
