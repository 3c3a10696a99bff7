import { offered } from '../../domain/policy/offered.ts';
import type { BackendPorts, Shop, Shops } from '../ports.ts';

/** The shops, each with a policy that offers no more than its drivers can do. */
export function createOffering({
  shops,
  payments,
  labels,
}: Pick<BackendPorts, 'shops' | 'payments' | 'labels'>): Shops {
  const able = ({ policy, ...shop }: Shop): Shop => ({
    ...shop,
    ...(policy && {
      policy: offered(policy, {
        labels: labels?.(shop.id)?.capabilities ?? [],
        hold: (payments?.(shop.id)?.capabilities.hold.length ?? 0) > 0,
      }),
    }),
  });
  return {
    find(id) {
      const shop = shops.find(id);
      return shop?.policy ? able(shop) : shop;
    },
    all: () => shops.all().map(able),
  };
}
