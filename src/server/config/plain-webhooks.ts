import type { ShopConfig } from './shop-schema.ts';

/** Where webhooks would leave unencrypted: customers' data only do so on a developer's own machine. */
export const plainWebhooks = (shops: readonly Pick<ShopConfig, 'webhooks'>[]): string[] =>
  shops
    .flatMap(({ webhooks = [] }) => webhooks)
    .filter(({ url }) => /^http:/i.test(url))
    .map(({ url }) => new URL(url).origin);
