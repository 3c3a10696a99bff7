import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import { readJson, type Send } from './request.ts';

/** What a change would come to; nothing is done. `at`: the path where such changes are asked for. */
export const quoteChange = (
  send: Send,
  at: string,
  body: object,
  signal?: AbortSignal,
): Promise<Quote> => readJson(send(`${at}/quote`, { method: 'POST', body, signal }), quote);

/** Asks for it, as it was quoted. */
export const makeChange = (
  send: Send,
  at: string,
  body: { quote: string },
  key: string,
): Promise<Receipt> => readJson(send(at, { method: 'POST', body, key }), receipt);
