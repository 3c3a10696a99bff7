import type { WebhookEventType, WebhookNews } from '../../contract/webhook-events.ts';
import type { MoneyFacts } from '../../contract/webhook-facts.ts';
import type { ReturnState } from '../../contract/returns.ts';
import type { OrderRecord } from '../orders/orders.ts';
import { receiptOf, type ReceiptFacts } from '../changes/receipts.ts';
import { returnOf, type ReturnFacts } from '../returns/views.ts';
import { orderFacts } from '../news/webhook-events.ts';

/**
 * What a receipt of a cancellation, an edit or a report is worth telling. A report that waits is for
 * the shop's people to settle; anything else that does has done nothing. One that is taken back is an
 * edit, whatever it was.
 */
export function receiptNews(order: OrderRecord, receipt: ReceiptFacts): WebhookNews[] {
  const { kind, state } = receipt;
  if (state === 'refused') return [];
  const data = { order: orderFacts(order), receipt: receiptOf(receipt) };
  if (kind === 'report') return [{ type: 'order.problem_reported', data }];
  if (state === 'in_review' || (kind !== 'cancellation' && kind !== 'edit')) return [];
  const type = kind === 'cancellation' && state === 'done' ? 'order.cancelled' : 'order.edited';
  return [{ type, data }];
}

type ReturnEvent = Extract<WebhookEventType, `return.${string}`>;

/** What happens to a return: it comes to a state, or is chosen again where it is. */
export type ReturnTurn = ReturnState | 'sold_out' | 'chosen';

const eventOf: Partial<Record<ReturnTurn, ReturnEvent>> = {
  requested: 'return.requested',
  approved: 'return.approved',
  refused: 'return.refused',
  in_transit: 'return.in_transit',
  received: 'return.received',
  settled: 'return.settled',
  cancelled: 'return.cancelled',
  expired: 'return.expired',
  sold_out: 'return.sold_out',
  chosen: 'return.chosen',
};

/** What a return has become. */
export function returnNews(
  order: OrderRecord,
  record: ReturnFacts,
  receipt: ReceiptFacts,
  turn: ReturnTurn = record.state,
): WebhookNews[] {
  const type = eventOf[turn];
  const state = turn === 'sold_out' || turn === 'chosen' ? record.state : turn;
  const data = { order: orderFacts(order), return: returnOf({ ...record, state }, receipt) };
  return type ? [{ type, data }] : [];
}

/** A way back that is the shop's own to send. */
export const labelNews = (
  order: OrderRecord,
  record: ReturnFacts,
  receipt: ReceiptFacts,
): WebhookNews[] => [
  {
    type: 'return.label_failed',
    data: { order: orderFacts(order), return: returnOf(record, receipt) },
  },
];

/** Money that is the shop's own to move. */
export const moneyNews = (order: OrderRecord, money: MoneyFacts): WebhookNews[] => [
  {
    type: money.amount.amount > 0 ? 'refund.requested' : 'charge.failed',
    data: { order: orderFacts(order), money },
  },
];
