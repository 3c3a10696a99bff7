import { Quote as quote } from '../../contract/guards/changes.ts';
import { Receipt as receipt } from '../../contract/guards/order.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import type { Report, ReportRequest } from '../../contract/reports.ts';
import { readJson, type Send } from './request.ts';

const pathOf = (order: string) => `/orders/${encodeURIComponent(order)}/reports`;

/** What it would come to; nothing is done. */
export const quoteReport = async (
  send: Send,
  order: string,
  body: ReportRequest,
  signal?: AbortSignal,
): Promise<Quote> =>
  readJson(await send(`${pathOf(order)}/quote`, { method: 'POST', body, signal }), quote);

export const reportOrder = async (
  send: Send,
  order: string,
  body: Report,
  key: string,
): Promise<Receipt> => readJson(await send(pathOf(order), { method: 'POST', body, key }), receipt);
