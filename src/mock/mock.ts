import type { TrackingUpdate, WebhookReceipt } from '../contract/webhooks.ts';
import { alder, sampleRows } from '../backend/platforms/sample/index.ts';
import type { Clock, Shop } from '../backend/ports.ts';
import type { ShopsStep } from '../backend/services/settling-desk.ts';
import type { ImportRow } from '../contract/import.ts';
import { tellOfParcel } from './carrier.ts';
import { contents, type Seed } from './contents.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { openPageBackend } from './page-backend.ts';
import type { ShopsReply } from './replies.ts';
import { createSaves, noSaves } from './saved.ts';
import { ways, type Answer, type Scenario, type ScenarioName } from './scenarios.ts';
import { follow, signIn } from './sign-in.ts';

export interface MockOptions {
  /** What the shop holds at first; Alder, the sample shop, when left out. */
  seed?: Seed;
  /** One by name, or your own: a function around the backend's answer. */
  scenario?: ScenarioName | Scenario;
  /** What differs from Alder. */
  shop?: Partial<Omit<Shop, 'origins'>>;
  /** Path of the shop's own pages and pictures, with both slashes; `/` when left out. */
  pages?: string;
  /** The origin whose pages ask; the page's own when left out. */
  origin?: string;
  /** Name under which the shop is kept in IndexedDB over navigations; `false` keeps nothing. */
  keep?: string | false;
  clock?: Clock;
}

/** The real backend over SQLite in memory, without anything that catches requests. */
export interface Mock {
  /** Answers as the backend would, in the way of the scenario. */
  fetch: Answer;
  /** What the shop would have sent. */
  readonly mailbox: Mailbox;
  /** Signs a customer in, by e-mail. */
  signIn(email: string): Promise<void>;
  /** Follows one order as a guest. */
  follow(number: string, email: string): Promise<void>;
  /** News of a parcel, as a carrier tells them: an open panel shows them at once. */
  track(update: TrackingUpdate): Promise<WebhookReceipt['result']>;
  /** What the shop tells of its things from now on, as an import does. */
  put(rows: readonly ImportRow[]): Promise<void>;
  /** Moves a return on, by its number, as the shop's people do. */
  moveReturn(number: string, step: ShopsStep): Promise<void>;
  /** Somebody of the shop answers in the conversation that was written in last. */
  reply(said: ShopsReply): Promise<void>;
  /** Another way to answer from now on; what the shop holds stays. */
  play(scenario?: ScenarioName | Scenario): void;
  /** Forgets everything, IndexedDB included, and fills the shop anew. */
  reset(): Promise<void>;
}

/** A sample this old tells of parcels that should have come long since. */
const STALE_MS = 12 * 60 * 60 * 1000;

export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const { pages = '/', keep = 'front-desk', clock = () => new Date() } = options;
  const { origin = location.origin } = options;
  const shop = {
    ...alder,
    webhookSecret: 'webhooks of a mock',
    ...options.shop,
    origins: [origin],
  };
  const name = typeof options.scenario === 'string' ? options.scenario : '';
  const seed = options.seed ?? contentsOf(options.scenario) ?? sampleRows;
  const saves = keep === false ? noSaves : createSaves(`${keep} ${shop.id} ${name}`.trim());
  const mailbox = createMailbox();

  let backend = await open();
  let written = backend.writes();
  let underWay = 0;
  let fetch = wayOf(options.scenario);
  const door = { answer, mailbox, origin, shop: shop.id };

  return {
    fetch: (request) => fetch(request),
    mailbox,
    signIn: (email) => signIn(email, door),
    follow: (number, email) => follow(number, email, door),
    track: (update) => tellOfParcel(update, { answer, origin, shop, now: clock() }),
    put: (rows) => kept(() => backend.put(rows)),
    moveReturn: (number, step) => kept(() => backend.moveReturn(number, step)),
    reply: (said) => kept(() => backend.reply(said)),
    play: (scenario) => void (fetch = wayOf(scenario)),
    async reset() {
      await backend.close();
      await saves.clear();
      mailbox.clear();
      backend = await open();
      written = backend.writes();
    },
  };

  async function open() {
    const saved = await saves.read();
    const now = clock();
    const isFresh = saved && now.getTime() - saved.filledAt < STALE_MS;
    return openPageBackend({
      shop,
      origin,
      clock,
      mailer: mailbox.mailer,
      saved: isFresh ? saved : undefined,
      rows: () => seed({ now, base: pages }),
    });
  }

  function wayOf(scenario: MockOptions['scenario']): Answer {
    const way = typeof scenario === 'string' ? ways[scenario] : scenario;
    return way ? way(answer) : answer;
  }

  function answer(request: Request): Promise<Response> {
    return kept(() => backend.answer(request));
  }

  async function kept<Done>(act: () => Promise<Done>): Promise<Done> {
    underWay += 1;
    try {
      return await act();
    } finally {
      underWay -= 1;
      await save();
    }
  }

  /** Before the answer leaves, so that the next page finds what this one was told. */
  async function save() {
    const now = backend.writes();
    // Another request may be in the middle of its transaction: the last one saves for all.
    if (now === written || underWay > 0) return;
    written = now;
    await saves.write(backend.state());
  }
}

const contentsOf = (scenario: MockOptions['scenario']): Seed | undefined =>
  typeof scenario === 'string' ? contents[scenario] : undefined;
