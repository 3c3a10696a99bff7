import type { Clock, Log, Shops, Storage } from '../backend/ports.ts';
import { createWebhookSender, type WebhookSender } from '../backend/services/webhook-sender.ts';
import { isOnThisMachine } from './config/facts.ts';
import { createPublicFetch } from './drivers/public-fetch.ts';

interface Parts {
  storage: Storage;
  shops: Shops;
  clock: Clock;
  log: Log;
  /** A developer's own machine may be sent to. */
  dev: boolean;
}

/** Sends webhooks from this machine: past it and its network, unless the config allows them. */
export function webhookSender({ storage, shops, clock, log, dev }: Parts): WebhookSender {
  const publicFetch = createPublicFetch();
  return createWebhookSender({
    ...{ outbox: storage.outbox, shops, clock, log },
    fetchFor: ({ url, privateNetwork }) =>
      privateNetwork || (dev && isOnThisMachine(url)) ? fetch : publicFetch,
  });
}
