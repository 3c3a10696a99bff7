import type { ImportRow } from '../../src/contract/import.ts';
import { createBackend, type Backend } from '../../src/backend/app.ts';
import type { BackendPorts, Bus, Mail, Shop, Shops, Storage } from '../../src/backend/ports.ts';
import { createCookieTransport } from '../../src/backend/services/cookie-transport.ts';
import { createSetShops } from '../../src/backend/services/set-shops.ts';
import { createKeyring } from '../../src/backend/services/secrets.ts';
import { createLimits, type Limits } from '../../src/backend/services/limits.ts';
import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import { databaseOver } from '../../src/backend/storage/dialect.ts';
import { createStorage, openStorage } from '../../src/backend/storage/storage.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { checked } from '../contract-check.ts';
import type { EngineUnderTest } from './engines.ts';
import { aMigratedDatabase } from './migrated.ts';
import { aShop } from './shop.ts';
import { createVisitor, type Visitor, type VisitorOptions } from './visitor.ts';

export interface BackendWanted {
  shop?: Partial<Shop>;
  /** Several shops: none of them is the only one. */
  shops?: Shop[];
  rows?: readonly ImportRow[];
  /** What takes the place of the ports this builder makes. */
  ports?: Partial<BackendPorts>;
  mail?: false;
  engine?: EngineUnderTest;
}

const PEPPER = 'a pepper of at least thirty-two bytes for tests';

export interface BackendUnderTest {
  backend: Backend;
  shop: Shop;
  storage: Storage;
  bus: Bus;
  mails: Mail[];
  /** All that was logged, as an operator reads it. */
  logged(): string;
  /** What another process over the same database counts by. */
  limits: Limits;
  clock: { now: Date; pass(seconds: number): void };
  visitor(options?: VisitorOptions): Visitor;
  load(rows: readonly ImportRow[], shop?: Shop): Promise<void>;
  /** The code of the newest mail to this address, once everything on its way has arrived. */
  code(to: string): Promise<string>;
  close(): Promise<void>;
}

/** The whole backend in memory, with a clock that stands still until it is told to pass. */
export async function aBackend(wanted: BackendWanted = {}): Promise<BackendUnderTest> {
  const list = wanted.shops ?? [aShop(wanted.shop)];
  const shop = list[0]!;
  const storage = wanted.engine
    ? await openStorage(await wanted.engine.open())
    : createStorage(databaseOver(await aMigratedDatabase()));
  const mails: Mail[] = [];
  const bus = createLocalBus();
  const lines: string[] = [];
  const clock = {
    now: new Date('2026-11-23T09:00:00.000Z'),
    pass: (seconds: number) => (clock.now = new Date(clock.now.getTime() + seconds * 1000)),
  };
  const log = createLog(
    (line) => void lines.push(line.trim()),
    () => clock.now,
  );
  const backend = createBackend({
    shops: createSetShops(shopsOf(list), storage.settings, log),
    storage,
    bus,
    transport: createCookieTransport(),
    clock: () => clock.now,
    clientAddress: (request) => request.headers.get('x-test-address') ?? '192.0.2.1',
    log,
    pepper: PEPPER,
    ...(wanted.mail !== false && { mailer: { send: async (mail: Mail) => void mails.push(mail) } }),
    ...wanted.ports,
  });
  const load = (rows: readonly ImportRow[], into = shop) => storage.catalogue.put(into, rows);
  await load(wanted.rows ?? []);
  // made when somebody asks: reading the whole contract takes longer than a small test
  let fetch: typeof backend.fetch | undefined;
  return {
    ...{ backend, shop, storage, bus, mails, clock, load },
    limits: createLimits(storage.limits, createKeyring(PEPPER), () => clock.now),
    logged: () => lines.join('\n'),
    visitor: (options) => createVisitor((fetch ??= checked(backend.fetch)), options),
    async code(to) {
      await backend.settled();
      const code = mails.findLast((mail) => mail.to === to)?.text.match(/^\d{6}$/m)?.[0];
      if (!code) throw new Error('No code was sent there');
      return code;
    },
    async close() {
      await backend.close();
      await storage.close();
    },
  };
}

export const shopsOf = (list: readonly Shop[]): Shops => ({
  all: () => list,
  find: (id) =>
    id === undefined
      ? list.length === 1
        ? list[0]
        : undefined
      : list.find((one) => one.id === id),
});
