import { Receipt as shape } from '../../contract/guards/order.ts';
import type { Receipt } from '../../contract/quotes.ts';
import { path, readJson, type Send } from './request.ts';

export const undoReceipt = (
  send: Send,
  { id, order }: Pick<Receipt, 'id' | 'order'>,
  key: string,
): Promise<Receipt> => {
  const at = path`/orders/${order}/receipts/${id}/undo`;
  return readJson(send(at, { method: 'POST', key }), shape);
};
