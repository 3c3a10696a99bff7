import { createBackend } from '../backend/app.ts';
import { createSandboxLabels } from '../backend/labels/sandbox.ts';
import { createSandboxPayments } from '../backend/payments/sandbox.ts';
import { createBuiltinPlatform } from '../backend/platforms/builtin/builtin.ts';
import { warehouse } from '../backend/platforms/sample/index.ts';
import type { Clock, Log, Mailer, Shop } from '../backend/ports.ts';
import { createLocalBus } from '../backend/services/local-bus.ts';
import { createDrawCards } from '../backend/services/message-cards.ts';
import { createMoneyWorker } from '../backend/services/money.ts';
import { createSettlingDesk, type ShopsStep } from '../backend/services/settling-desk.ts';
import { openStorage } from '../backend/storage/storage.ts';
import { openWasm } from '../backend/storage/wasm.ts';
import type { ImportRow } from '../contract/import.ts';
import { createJar } from './jar.ts';
import { pageRequest } from './page-request.ts';
import { createReplies, type ShopsReply } from './replies.ts';
import type { SavedMock } from './saved.ts';
import type { Answer } from './scenarios.ts';

export interface PageBackendParts {
  shop: Shop;
  origin: string;
  mailer: Mailer;
  clock: Clock;
  /** As it was left; undefined is a new shop, filled with `rows`. */
  saved: SavedMock | undefined;
  rows(): readonly ImportRow[];
}

/** The real backend, in the page. */
export interface PageBackend {
  answer: Answer;
  put(rows: readonly ImportRow[]): Promise<void>;
  moveReturn(number: string, step: ShopsStep): Promise<void>;
  reply(said: ShopsReply): Promise<void>;
  /** Grows with every write, of rows or of the jar. */
  writes(): number;
  state(): SavedMock;
  close(): Promise<void>;
}

/** Keys the hashes of codes. In a page there is nobody to keep a secret from. */
const PEPPER = 'the pepper of a mock is no secret to anybody';

const log: Log = {
  info: () => undefined,
  error: (event, error, fields) => console.error(`front-desk mock: ${event}`, error, fields ?? {}),
};

export async function openPageBackend(parts: PageBackendParts): Promise<PageBackend> {
  const { shop, origin, mailer, clock, saved, rows } = parts;
  const db = await openWasm(saved?.bytes);
  const storage = await openStorage(db);
  if (!saved) await storage.catalogue.put(shop, rows());
  const filledAt = saved?.filledAt ?? clock().getTime();
  const jar = createJar(saved?.tokens);
  const payments = createSandboxPayments({ clock, secret: PEPPER });
  const labels = createSandboxLabels({
    ...{ shop: shop.id, currency: shop.currency, to: warehouse },
  });
  const shops = { find: (id = shop.id) => (id === shop.id ? shop : undefined), all: () => [shop] };
  const bus = createLocalBus();
  const money = createMoneyWorker({
    ...{ money: storage.money, changes: storage.changes, shops, bus, clock, log },
    payments: () => payments,
  });
  const platform = createBuiltinPlatform(storage, clock);
  const app = createBackend({
    platform,
    payments: () => payments,
    labels: () => labels,
    shops,
    storage,
    mailer,
    bus,
    transport: jar.transport,
    clock,
    clientAddress: () => '127.0.0.1',
    log,
    pepper: PEPPER,
  });
  /** There is no server whose clock ticks: money moves when somebody asks for something. */
  async function moveMoney() {
    const now = clock();
    await money.sweep(now);
    await money.run(now);
    await money.settled();
  }
  const desk = createSettlingDesk({
    ...{ changes: storage.changes, uploads: storage.uploads, makeLabel: undefined, bus, clock },
  });
  const reply = createReplies({
    ...{ shop, store: storage.conversations, drawCards: createDrawCards(platform), bus, clock },
  });
  const totalChanges = db.prepare('select total_changes() as n');
  return {
    async answer(request) {
      const response = await app.fetch(pageRequest(request, origin));
      // A code on its way belongs to what a page is told now: the next one may ask for it.
      await app.settled();
      await moveMoney();
      return response;
    },
    async put(told) {
      await storage.catalogue.put(shop, told);
    },
    async moveReturn(number, step) {
      const moved = await desk.move(shop, number, step);
      if ('refused' in moved) throw new Error(`Return ${number} was not moved: ${moved.refused}`);
      await moveMoney();
    },
    reply,
    writes: () => Number((totalChanges.all([])[0] as { n: number }).n) + jar.writes(),
    state: () => ({ bytes: new Uint8Array(db.export()), tokens: jar.tokens(), filledAt }),
    async close() {
      await money.stop();
      await app.close();
      await storage.close();
    },
  };
}
