import type { Storage } from '../../src/backend/ports.ts';
import { importRows } from '../../src/backend/services/import.ts';
import { largeShop, shop } from './shop.ts';

/** Imports so many orders: how many a second, and how long a reader waits for it at worst, in ms. */
export async function fill(storage: Storage, orders: number) {
  const began = performance.now();
  let [worst, reading, writing] = [0, true, false];
  const reader = (async () => {
    while (reading) {
      const asked = performance.now();
      await storage.catalogue.orders(shop.id, 'c1', { filter: 'all', limit: 20 });
      if (writing) worst = Math.max(worst, performance.now() - asked);
      await new Promise((next) => setTimeout(next, 20));
    }
  })();
  const report = await importRows({ storage, clock: () => new Date() }, shop, largeShop(orders), {
    tell: (news) => {
      writing ||= 'writing' in news;
    },
  });
  const perSecond = Math.round((orders * 1000) / (performance.now() - began));
  reading = false;
  await reader;
  if (report.bad > 0) throw new Error(`${report.bad} rows were bad`);
  return { perSecond, worst };
}
