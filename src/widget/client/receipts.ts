import { Receipt as shape } from '../../contract/guards/order.ts';
import type { Receipt } from '../../contract/quotes.ts';
import { readJson, type Send } from './request.ts';

export const undoReceipt = async (
  send: Send,
  { id, order }: Pick<Receipt, 'id' | 'order'>,
  key: string,
): Promise<Receipt> => {
  const path = `/orders/${encodeURIComponent(order)}/receipts/${encodeURIComponent(id)}/undo`;
  return readJson(await send(path, { method: 'POST', key }), shape);
};
