import type { BackendPorts, Bus, Clock, Log, Shops, Storage } from '../backend/ports.ts';
import { createBuiltinPlatform } from '../backend/platforms/builtin/builtin.ts';
import { createMoneyWorker, type MoneyWorker } from '../backend/services/money.ts';
import {
  createMakeLabel,
  createSweepLabels,
  type SweepLabels,
} from '../backend/services/return-labels.ts';
import { createSettlingDesk } from '../backend/services/settling-desk.ts';
import { settlingAskOf, type SettlingAsk } from './admin/settling-questions.ts';

interface Parts extends Required<Pick<BackendPorts, 'payments' | 'labels'>> {
  storage: Storage;
  shops: Shops;
  bus: Bus;
  clock: Clock;
  log: Log;
}

/** Who moves the money and asks for labels by itself, and whom the shop's people talk to. */
export function createSettling({ storage, payments, labels, ...parts }: Parts): {
  worker: MoneyWorker;
  sweepLabels: SweepLabels;
  ask: SettlingAsk;
} {
  const { money, changes, uploads } = storage;
  const platform = createBuiltinPlatform(storage, parts.clock);
  const makeLabel = createMakeLabel({ platform, labels, ...parts });
  return {
    worker: createMoneyWorker({ money, changes, payments, ...parts }),
    sweepLabels: createSweepLabels(changes, parts.shops, makeLabel),
    ask: settlingAskOf(createSettlingDesk({ changes, uploads, makeLabel, ...parts }), parts.shops),
  };
}
