import type { BackendPorts, Bus, Clock, Log, Shops, Storage } from '../backend/ports.ts';
import { createBuiltinPlatform } from '../backend/platforms/builtin/builtin.ts';
import { createMoneyWorker, type MoneyWorker } from '../backend/services/money.ts';
import { createMakeLabel } from '../backend/services/return-labels.ts';
import { createSettlingDesk } from '../backend/services/settling-desk.ts';
import { settlingAskOf, type SettlingAsk } from './admin/settling-questions.ts';

interface Parts extends Required<Pick<BackendPorts, 'payments' | 'labels'>> {
  storage: Storage;
  shops: Shops;
  bus: Bus;
  clock: Clock;
  log: Log;
}

/** Who moves the money by itself, and whom the shop's people talk to. */
export function createSettling({ storage, payments, labels, ...parts }: Parts): {
  worker: MoneyWorker;
  ask: SettlingAsk;
} {
  const { money, changes, uploads } = storage;
  const platform = createBuiltinPlatform(storage, parts.clock);
  const makeLabel = createMakeLabel({ platform, labels, ...parts });
  return {
    worker: createMoneyWorker({ money, changes, payments, ...parts }),
    ask: settlingAskOf(createSettlingDesk({ changes, uploads, makeLabel, ...parts }), parts.shops),
  };
}
