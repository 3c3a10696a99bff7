import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import { createMoneyWorker } from '../../src/backend/services/money.ts';
import type { Moved, Payments } from '../../src/backend/ports.ts';
import { failedMove } from '../../src/domain/money/move-failures.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aShop } from '../builders/shop.ts';
import { PEPPER } from './pepper.ts';

/**
 * A process of its own that moves what is due in a database, by a provider at an address, and ends. Its
 * clock is fast by so many seconds.
 */
const [, , database = '', provider = '', fast = '0'] = process.argv;
const clock = () => new Date(Date.now() + Number(fast) * 1000);
let asks = 0;
const never = async (): Promise<Moved> => failedMove('unsupported');
const payments: Payments = {
  ...{ name: 'far away', capabilities: { refund: ['card'], charge: [], hold: [] } },
  async refund(asked) {
    asks += 1;
    const told = await fetch(provider, { method: 'POST', body: JSON.stringify(asked) });
    return (await told.json()) as Moved;
  },
  ...{ charge: never, hold: never, capture: never, release: never, look: never },
  news: async () => undefined,
};
const shop = aShop();
const { storage, postgres } = await openDatabase(database, PEPPER);
// as a start does where the database is its own: whoever had asked is dead
if (!postgres) await storage.money.release(clock().toISOString());
const worker = createMoneyWorker({
  ...{ money: storage.money, changes: storage.changes, bus: createLocalBus(), clock },
  shops: { find: () => shop, all: () => [shop] },
  payments: () => payments,
  log: { info: () => undefined, error: (event, error) => console.error(event, error) },
});
do {
  asks = 0;
  await worker.run(clock());
  await worker.settled();
} while (asks > 0);
await storage.close();
