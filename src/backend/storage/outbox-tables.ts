import type { WebhookEventType } from '../../contract/webhook-events.ts';
import type { DeliveryState } from '../../domain/news/outbox.ts';
import type { Classification } from './schema.ts';

/** What the shop's own systems are told: a row for each event and endpoint. */
export interface OutboxTables {
  outbox: OutboxTable;
}

export interface OutboxTable {
  /** Of the delivery, the same at every attempt. */
  id: string;
  shop_id: string;
  /** The endpoint; its secret stays in the config. */
  url: string;
  type: WebhookEventType;
  kind: 'order' | 'customer' | 'conversation';
  object_id: string;
  /** Whom it tells of, as far as they were known then, so that erasure finds it. */
  customer_id: string | null;
  /** Counts the deliveries of one object to one endpoint: they go in this order. */
  turn: number;
  body: string;
  state: DeliveryState;
  attempts: number;
  /** When it may be taken; null when it is over. */
  due_at: string | null;
  /** When it may be forgotten; null until it is over. */
  forget_at: string | null;
  /** What came of the last attempt. */
  result: string | null;
  created_at: string;
}

export const outboxColumns: Classification<OutboxTables> = {
  outbox: {
    id: 'none',
    shop_id: 'none',
    url: 'none',
    type: 'none',
    kind: 'none',
    object_id: 'personal',
    customer_id: 'personal',
    turn: 'none',
    body: 'personal',
    state: 'none',
    attempts: 'none',
    due_at: 'none',
    forget_at: 'none',
    result: 'none',
    created_at: 'none',
  },
};
