import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import { createMoneyWorker } from '../../src/backend/services/money.ts';
import type { Moved, Payments } from '../../src/backend/ports.ts';
import { failedMove } from '../../src/domain/money/move-failures.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aShop } from '../builders/shop.ts';

/** A process of its own that moves what is due in a database, by a provider at an address, and ends. */
const [, , file = '', provider = ''] = process.argv;
const clock = () => new Date();
const never = async (): Promise<Moved> => failedMove('unsupported');
const payments: Payments = {
  ...{ name: 'far away', capabilities: { refund: ['card'], charge: [], hold: [] } },
  async refund(asked) {
    const told = await fetch(provider, { method: 'POST', body: JSON.stringify(asked) });
    return (await told.json()) as Moved;
  },
  ...{ charge: never, hold: never, capture: never, release: never, look: never },
  news: async () => undefined,
};
const shop = aShop();
const { storage } = await openDatabase(file);
// as a start does: whoever had asked is dead
await storage.money.release(clock().toISOString());
const worker = createMoneyWorker({
  ...{ money: storage.money, changes: storage.changes, bus: createLocalBus(), clock },
  shops: { find: () => shop, all: () => [shop] },
  payments: () => payments,
  log: { info: () => undefined, error: (event, error) => console.error(event, error) },
});
for (let turn = 0; turn < 3; turn += 1) {
  await worker.run(clock());
  await worker.settled();
}
await storage.close();
