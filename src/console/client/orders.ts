import * as guards from '../../contract/guards/staff-orders.ts';
import type {
  StaffChange,
  StaffChangeRequest,
  StaffOrder,
  StaffQuote,
  StaffReceipt,
} from '../../contract/staff-orders.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

const at = (id: string, more = ''): string => `/orders/${encodeURIComponent(id)}${more}`;

export const getOrder = async (send: Send, id: string, signal?: AbortSignal): Promise<StaffOrder> =>
  readJson(await send(at(id), { signal }), guards.StaffOrder);

export const quoteChange = async (
  send: Send,
  id: string,
  body: StaffChangeRequest,
): Promise<StaffQuote> =>
  readJson(await send(at(id, '/changes/quote'), { method: 'POST', body }), guards.StaffQuote);

export const makeChange = async (
  send: Send,
  id: string,
  body: StaffChange,
  key: string,
): Promise<StaffReceipt> =>
  readJson(await send(at(id, '/changes'), { method: 'POST', key, body }), guards.StaffReceipt);

export const undoChange = async (
  send: Send,
  id: string,
  receipt: string,
  key: string,
): Promise<StaffReceipt> =>
  readJson(
    await send(at(id, `/receipts/${encodeURIComponent(receipt)}/undo`), { method: 'POST', key }),
    guards.StaffReceipt,
  );
