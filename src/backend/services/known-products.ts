import type { KnownProducts } from '../../domain/events/keeping.ts';
import type { Clock, Platform, Shop } from '../ports.ts';

const MINUTE = 60_000;
const MOST_REMEMBERED = 20_000;

/** Which of these products a shop has; remembered for a minute, for events name the same ones again. */
export function createKnownProducts(
  platform: Platform,
  clock: Clock,
): (shop: Shop, ids: readonly string[]) => Promise<KnownProducts> {
  const remembered = new Map<string, Map<string, ReadonlySet<string> | undefined>>();
  let size = 0;
  let minute = 0;
  return async (shop, ids) => {
    const now = Math.floor(clock().getTime() / MINUTE);
    if (now !== minute || size > MOST_REMEMBERED) {
      remembered.clear();
      [minute, size] = [now, 0];
    }
    const ours = remembered.get(shop.id) ?? new Map<string, ReadonlySet<string> | undefined>();
    remembered.set(shop.id, ours);
    const asked = ids.filter((id) => !ours.has(id));
    if (asked.length) {
      const found = await platform.products(shop, { ids: asked });
      const variants = new Map(
        found.map((product) => [product.id, new Set(product.variants.map(({ id }) => id))]),
      );
      for (const id of asked) ours.set(id, variants.get(id));
      size += asked.length;
    }
    return new Map(
      ids.flatMap((id) => {
        const variants = ours.get(id);
        return variants ? [[id, variants] as const] : [];
      }),
    );
  };
}
