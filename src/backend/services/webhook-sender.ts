import {
  answerWithin,
  leaseLife,
  leftToOthersFor,
  resultOf,
  settle,
  type Outcome,
  type Settled,
} from '../../domain/news/outbox.ts';
import { later } from '../../domain/identity/identity.ts';
import type {
  ClaimedDelivery,
  Clock,
  Log,
  OutboxStore,
  Shops,
  WebhookEndpoint,
  WebhookFetch,
} from '../ports.ts';
import { createPostWebhook } from './posted-webhooks.ts';
import { createTurns } from './turns.ts';

/** Sends what is in the outbox to the shops' own systems. */
export interface WebhookSender {
  /** Sets off what is due; comes back while it is on its way. */
  run(now: Date): Promise<void>;
  /** Sets nothing off any more; resolves when what is under way has been answered. */
  stop(): Promise<void>;
}

interface Ports {
  outbox: OutboxStore;
  shops: Shops;
  /** The way out to an endpoint. */
  fetchFor(endpoint: WebhookEndpoint): WebhookFetch;
  clock: Clock;
  log: Log;
  /** From 0 to 1. */
  chance?: () => number;
  answerWithinMs?: number;
}

/** Endpoints that are sent to at a time: one that hangs holds up nobody but itself. */
const MOST_LANES = 32;
/** Deliveries under way to one endpoint. */
const LANE_WIDTH = 4;
/** Of those that have something due, so many may hang and the next one is still seen. */
const MOST_LOOKED_AT = 1_000;

interface Address {
  shop: string;
  url: string;
}

export function createWebhookSender(ports: Ports): WebhookSender {
  const { outbox, shops, clock, log, chance = Math.random } = ports;
  const { fetchFor, answerWithinMs = answerWithin * 1000 } = ports;
  const post = createPostWebhook({ fetchFor, clock, answerWithinMs });
  const lanes = new Map<string, Promise<void>>();
  const turns = createTurns();
  let stopped = false;

  const endpointOf = (address: Address): WebhookEndpoint | undefined =>
    shops.find(address.shop)?.webhooks?.find(({ url }) => url === address.url);

  /** Of an endpoint that we do not know, only what nobody else has taken for long is ours to end. */
  const dueBy = (endpoint: WebhookEndpoint | undefined, now: Date): string =>
    endpoint ? now.toISOString() : later(now, -leftToOthersFor);

  /** Sends to one endpoint until nothing is due there, or it takes nothing: then others have their turn. */
  async function drive(address: Address): Promise<void> {
    while (!stopped) {
      const now = clock();
      const endpoint = endpointOf(address);
      const until = later(now, leaseLife);
      const lease = { now: dueBy(endpoint, now), until, most: LANE_WIDTH };
      const claimed = await outbox.claim(address, lease);
      if (claimed.length === 0) return;
      const states = await Promise.all(
        claimed.map((delivery) => deliver(address.shop, endpoint, delivery, until)),
      );
      if (states.every((state) => state === 'pending')) return;
      await turn();
    }
  }

  async function deliver(
    shop: string,
    endpoint: WebhookEndpoint | undefined,
    delivery: ClaimedDelivery,
    lease: string,
  ): Promise<Settled['state']> {
    const outcome: Outcome = endpoint
      ? await post(endpoint, delivery)
      : { failure: 'not_configured' };
    const { id, type, attempts } = delivery;
    const { state, seconds } = settle(attempts, outcome, chance());
    const now = clock();
    const result = resultOf(outcome);
    const settled = { state, now: now.toISOString(), until: later(now, seconds), result };
    if (await outbox.settle(id, lease, settled))
      log.info(state === 'pending' ? 'webhook_failed' : `webhook_${state}`, {
        ...{ shop, delivery: id, type, attempts, result },
      });
    return state;
  }

  return {
    async run(now) {
      if (stopped || lanes.size >= MOST_LANES) return;
      const due = await outbox.due(now.toISOString(), MOST_LOOKED_AT);
      for (const address of turns.order(due, keyOf)) {
        const key = keyOf(address);
        if (lanes.has(key) || address.since > dueBy(endpointOf(address), now)) continue;
        if (lanes.size >= MOST_LANES) return;
        turns.take(key);
        // what it had taken is taken again when its lease has run out
        const lane = drive(address)
          .catch((error: unknown) =>
            log.error('webhook_lane_failed', error, { shop: address.shop }),
          )
          .finally(() => lanes.delete(key));
        lanes.set(key, lane);
      }
    },
    async stop() {
      stopped = true;
      await Promise.all(lanes.values());
    },
  };
}

const keyOf = ({ shop, url }: Address): string => JSON.stringify([shop, url]);

/** Lets others have theirs: what is sent nowhere is settled in microtasks alone. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
