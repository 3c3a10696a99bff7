import { offered } from '../../domain/policy/offered.ts';
import type { BackendPorts, Shop, Shops } from '../ports.ts';

/** The shop with a policy that offers no more than its drivers can do. */
export type Able = (shop: Shop) => Shop;

export const createAble =
  ({ payments, labels }: Pick<BackendPorts, 'payments' | 'labels'>): Able =>
  ({ policy, ...shop }) => ({
    ...shop,
    ...(policy && {
      policy: offered(policy, {
        labels: labels?.(shop.id)?.capabilities ?? [],
        hold: (payments?.(shop.id)?.capabilities.hold.length ?? 0) > 0,
      }),
    }),
  });

/** The shops, each with what it can do. */
export function createOffering(shops: Shops, able: Able): Shops {
  return {
    find(id) {
      const shop = shops.find(id);
      return shop?.policy ? able(shop) : shop;
    },
    all: () => shops.all().map(able),
  };
}
