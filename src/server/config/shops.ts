import type { Shop, Shops } from '../../backend/ports.ts';
import type { ShopConfig } from './shop-schema.ts';

/** The shops of the config, with origins beyond those it names (a demo's own page). */
export function createShops(
  configs: readonly ShopConfig[],
  origins: readonly string[] = [],
): Shops {
  const shops = configs.map((config) => shopOf(config, origins));
  const byId = new Map(shops.map((shop) => [shop.id, shop]));
  return {
    find: (id) => (id === undefined ? (shops.length === 1 ? shops[0] : undefined) : byId.get(id)),
    all: () => shops,
  };
}

function shopOf(
  { mailFrom: _, payments: _payments, labels: _labels, brand, words, ...rest }: ShopConfig,
  origins: readonly string[],
): Shop {
  // keys that move money stay with who moves it
  const { webhooks, shopify, policy, ...config } = rest;
  return {
    ...config,
    origins: [...new Set([...config.origins, ...origins])],
    ...(brand && { brand }),
    ...(words && { words }),
    ...(webhooks && {
      webhooks: webhooks.map(({ secret = config.webhookSecret, ...endpoint }) => ({
        ...endpoint,
        secret,
      })),
    }),
    ...(shopify && { shopify }),
    ...(policy && { policy }),
  };
}
