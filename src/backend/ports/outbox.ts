import type { WebhookEventType } from '../../contract/webhook-events.ts';
import type { DeliveryState } from '../../domain/news/outbox.ts';
import type { Forgetful } from './stores.ts';

/** A delivery that somebody has taken; `attempts` counts this one. */
export interface ClaimedDelivery {
  id: string;
  type: WebhookEventType;
  body: string;
  attempts: number;
}

/** A delivery as it is listed: without its body, which tells of people. */
export interface OutboxEntry {
  id: string;
  shop: string;
  url: string;
  type: WebhookEventType;
  /** Id of the order, the customer or the conversation. */
  object: string;
  state: DeliveryState;
  attempts: number;
  createdAt: string;
  /** When it is tried next, or by when it must have been answered. */
  dueAt?: string;
  /** What came of the last attempt: `http_500`, `timeout` … */
  result?: string;
}

/** What is to be told to the shop's own systems; rows come from the transactions of the changes. */
export interface OutboxStore extends Forgetful {
  /** Endpoints that have something to be sent, the longest waiting first; `since`: due for so long. */
  due(now: string, most: number): Promise<{ shop: string; url: string; since: string }[]>;
  /**
   * Takes deliveries for this caller alone, until `until`. Those of one object come one at a time
   * and in order.
   */
  claim(
    endpoint: { shop: string; url: string },
    lease: { now: string; until: string; most: number },
  ): Promise<ClaimedDelivery[]>;
  /** `lease` is the claim's `until`. False when it had run out and somebody else took the delivery. */
  settle(
    id: string,
    lease: string,
    settled: {
      state: 'pending' | 'delivered' | 'dead';
      now: string;
      /** When it is due again, or may be forgotten. */
      until: string;
      result: string;
    },
  ): Promise<boolean>;
  /**
   * Gives back what is being sent, at a start with the database to ourselves: whoever took it is
   * dead. Answers how many.
   */
  release(now: string): Promise<number>;
  /** Newest first. */
  list(wanted: { state?: DeliveryState; most: number }): Promise<OutboxEntry[]>;
  counts(): Promise<Record<DeliveryState, number>>;
  /** What is not delivered: what waits or is on its way, since when the oldest does, and what was given up. */
  backlog(): Promise<{ waiting: number; since?: string; dead: number }>;
  /** Sends them again, under the same ids, from the first attempt on. Answers whose ids. */
  replay(which: readonly string[] | 'dead', now: string): Promise<string[]>;
  /** Forgets what was given up, at once. Answers whose ids. */
  drop(which: readonly string[] | 'dead'): Promise<string[]>;
}
