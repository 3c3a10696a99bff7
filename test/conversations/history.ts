import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { createConversationDesk } from '../../src/backend/services/conversation-desk.ts';
import { customerTopic } from '../../src/backend/services/topics.ts';
import { Change } from '../../src/contract/stream.ts';
import { CustomerSession } from '../../src/contract/session.ts';
import type { Outbox } from '../../src/widget/host/outbox.ts';
import type { Letter } from '../../src/widget/stores/letters.ts';
import { aCustomerVisitor } from '../backend/identity/flows.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer } from '../builders/rows.ts';
import { dice, type Dice } from '../data/dice.ts';
import { aTab, type Tab } from './tab.ts';

const API = 'https://desk.example';
const MARA = 'mara@kern.example';
const TABS = 3;
const STEPS = 30;
/** So many turns, of half a second each, and everything must have come to rest. */
const MOST_TURNS = 400;

/** Three tabs of one shopper and somebody of the shop, over a line that fails in every way it can. */
export async function runHistory(seed: number): Promise<{ faults: number; messages: number }> {
  const desk = await aBackend({ rows: [aCustomer({ id: 'mara', email: MARA })] });
  const { token = '' } = await aCustomerVisitor(desk, MARA);
  const real = globalThis.fetch;
  mock.timers.enable({ apis: ['setTimeout'] });
  const line = aLine(desk, dice(seed, 'line'));
  globalThis.fetch = line.fetch;
  // Node 20 has none
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { onLine: true } });
  try {
    return await talk(desk, line, token, dice(seed, 'talk'));
  } finally {
    globalThis.fetch = real;
    mock.timers.reset();
    await desk.close();
  }
}

async function talk(desk: BackendUnderTest, line: Line, token: string, chance: Dice) {
  const { shop, storage, bus, clock } = desk;
  const staff = createConversationDesk({
    ...{ store: storage.conversations, bus, clock: () => clock.now },
  });
  const who = CustomerSession.parse({
    ...{ kind: 'customer', token, customer: { id: 'mara', firstName: '', lastName: '' } },
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    verifiedAt: clock.now.toISOString(),
  });
  const outbox = aSharedOutbox();
  const open = () => aTab(API, who, outbox);
  const tabs = Array.from({ length: TABS }, open);
  bus.subscribe(customerTopic(shop.id, 'mara'), (message) => {
    const { id } = Change.parse(message);
    // one in three hints is lost
    for (const tab of tabs) if (!line.fails || chance.roll() < 0.67) tab.heard(id);
  });

  /** What each tab wrote, in its order; a new one in a killed one's place is another writer. */
  const written: string[][] = tabs.map(() => []);
  const writers = tabs.map((_, nth) => nth);
  const write = (at: number, conversation?: string): void => {
    const texts = written[writers[at]!]!;
    const text = `${writers[at]}-${texts.push('') - 1}`;
    texts[texts.length - 1] = text;
    tabs[at]!.write(text, conversation);
  };

  write(0);
  await until(line, () => tabs[0]!.chats.$begun.get() !== undefined);
  const id = tabs[0]!.chats.$begun.get()!;
  for (let step = 0; step < STEPS; step += 1) {
    const at = chance.between(0, TABS - 1);
    const act = chance.roll();
    if (act < 0.4) write(at, id);
    else if (act < 0.6) await staff.reply(shop, id, { text: `staff-${step}`, name: 'Jo' });
    else if (act < 0.75) {
      // what it had put into the outbox by then is another's to send
      await turn(line);
      tabs[at]!.kill();
      tabs[at] = open();
      writers[at] = written.push([]) - 1;
    } else await pass(line, chance.between(1, 4));
    if (step % 10 === 9) clock.pass(60);
  }

  line.fails = false;
  const isQuiet = async () => {
    const { last } = (await storage.conversations.read(shop.id, id))!;
    const done = (tab: Tab) =>
      !tab.chats.letters.$waiting.get().length && tab.read(id).at(-1)?.sequence === last;
    return (await outbox.read()).length === 0 && tabs.every(done);
  };
  for (const tab of tabs) tab.gap();
  await until(line, isQuiet, () => tabs.forEach((tab) => tab.gap()));

  const all = await storage.conversations.messages(shop.id, id, { limit: 1000 });
  assert.deepEqual(
    all.map(({ sequence }) => sequence),
    all.map((_, nth) => nth + 1),
  );
  const said = all.filter(({ from }) => from === 'shopper').map(({ text }) => text);
  assert.deepEqual(said.toSorted(), written.flat().toSorted());
  for (const texts of written)
    assert.deepEqual(
      said.filter((text) => texts.includes(text)),
      texts,
    );
  for (const tab of tabs)
    assert.deepEqual(
      tab.read(id).map(({ sequence, text }) => [sequence, text]),
      all.map(({ sequence, text }) => [sequence, text]),
    );
  const owned = await storage.conversations.ofOwner(shop.id, { customer: 'mara' }, 50);
  assert.equal(owned.length, 1);
  return { faults: line.faults, messages: all.length };
}

interface Line {
  fetch: typeof globalThis.fetch;
  fails: boolean;
  faults: number;
  /** Requests that the backend is at work on. */
  working: number;
}

/** Requests that never arrive, answers that are lost after all was done, a server that is down, waits. */
function aLine({ backend }: BackendUnderTest, { roll, between }: Dice): Line {
  const lost = () => new TypeError('Failed to fetch');
  const line: Line = {
    ...{ fails: true, faults: 0, working: 0 },
    async fetch(input, init) {
      const request = new Request(input, init);
      const { signal } = request;
      const ask = async () => {
        signal.throwIfAborted();
        const fate = line.fails ? roll() : 1;
        if (fate < 0.5) line.faults += 1;
        if (fate < 0.15) throw lost();
        if (fate < 0.2) return new Response('', { status: 503 });
        if (fate < 0.3) await pause(between(1, 5) * 400);
        line.working += 1;
        const answer = await backend.fetch(request).finally(() => (line.working -= 1));
        if (fate >= 0.3 && fate < 0.42) throw lost();
        if (fate >= 0.42 && fate < 0.5) await pause(between(1, 5) * 400);
        return answer;
      };
      return Promise.race([ask(), aborted(signal)]);
    },
  };
  return line;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  });

/** What IndexedDB is to the tabs of one browser. */
function aSharedOutbox(): Outbox<Letter> {
  const letters = new Map<string, Letter>();
  return {
    read: async () => [...letters.values()].sort((one, other) => (one.at < other.at ? -1 : 1)),
    put: async (letter) => void letters.set(letter.client, letter),
    remove: async (client) => void letters.delete(client),
    clear: async () => letters.clear(),
  };
}

/** Lets what was awaited go on; whatever the backend works on comes to its end. */
async function turn(line: Line): Promise<void> {
  do for (let nth = 0; nth < 12; nth += 1) await new Promise((resolve) => setImmediate(resolve));
  while (line.working);
}

async function pass(line: Line, turns: number): Promise<void> {
  for (let nth = 0; nth < turns; nth += 1) {
    await turn(line);
    mock.timers.tick(500);
  }
  await turn(line);
}

async function until(
  line: Line,
  isSo: () => boolean | Promise<boolean>,
  meanwhile: () => void = () => undefined,
): Promise<void> {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    if (await isSo()) return;
    if (turns % 20 === 19) meanwhile();
    await pass(line, 1);
  }
  assert.fail('It never came to rest');
}
