import { plainWebhooks } from '../config/plain-webhooks.ts';
import type { ShopConfig } from '../config/shop-schema.ts';
import { findingsOf, type Finding } from './finding.ts';

const { broken } = findingsOf('webhooks');

/** Whether serve takes what the shops say their own systems are told at; nothing is said where it does. */
export const examineWebhookAddresses = (
  shops: readonly Pick<ShopConfig, 'id' | 'webhooks'>[],
): Finding[] =>
  shops.flatMap((shop) =>
    plainWebhooks([shop]).map((origin) =>
      broken(
        `A webhook of ${shop.id} goes to ${origin}, unencrypted: serve does not start so.`,
        'Use https there. On your own machine, serve --dev takes it.',
      ),
    ),
  );
