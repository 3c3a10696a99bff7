import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Message } from '../../src/contract/conversations.ts';
import { CustomerSession } from '../../src/contract/session.ts';
import type { Outbox } from '../../src/widget/host/outbox.ts';
import type { Letter } from '../../src/widget/stores/letters.ts';
import { aCustomerVisitor } from '../backend/identity/flows.ts';
import { aColleague } from '../builders/colleague.ts';
import { API } from '../builders/visitor.ts';
import { dice, type Dice } from '../data/dice.ts';
import { aColleagueAt } from './colleague.ts';
import { aGround, MARA, type Engine, type Ground } from './ground.ts';
import { aLine, type Line } from './line.ts';
import { aTab, type Tab } from './tab.ts';

const TABS = 3;
const STEPS = 30;
/** So many turns, of half a second each, and everything must have come to rest. */
const MOST_TURNS = 400;

/** Three tabs of one shopper and somebody of the shop, over a line that fails in every way it can. */
export async function runHistory(
  seed: number,
  engine: Engine = 'SQLite',
): Promise<{ faults: number; messages: number }> {
  const ground = await aGround(engine, dice(seed, 'process'));
  const { desk } = ground;
  const { token = '' } = await aCustomerVisitor(desk, MARA);
  const { cookies } = await aColleague(desk);
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const real = globalThis.fetch;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const line = aLine(ground.ask, dice(seed, 'line'));
  globalThis.fetch = line.fetch;
  // Node 20 has none
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { onLine: true } });
  try {
    return await talk(ground, line, { token, cookie }, dice(seed, 'talk'));
  } finally {
    globalThis.fetch = real;
    mock.timers.reset();
    await ground.close();
  }
}

async function talk(
  { desk: { shop, storage, clock }, kill }: Ground,
  line: Line,
  { token, cookie }: { token: string; cookie: string },
  chance: Dice,
) {
  const who = CustomerSession.parse({
    ...{ kind: 'customer', token, customer: { id: 'mara', firstName: '', lastName: '' } },
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    verifiedAt: clock.now.toISOString(),
  });
  const outbox = aSharedOutbox();
  const open = () => aTab(API, who, outbox);
  const tabs = Array.from({ length: TABS }, open);

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
  const jo = aColleagueAt(API, cookie, id);
  for (let step = 0; step < STEPS; step += 1) {
    const at = chance.between(0, TABS - 1);
    const act = chance.roll();
    if (act < 0.4) write(at, id);
    else if (act < 0.6) jo.say(`staff-${step}`);
    else if (act < 0.7) {
      // what it had put into the outbox by then is another's to send
      await turn(line);
      tabs[at]!.kill();
      tabs[at] = open();
      writers[at] = written.push([]) - 1;
    } else if (act < 0.75) jo.reload();
    else if (act < 0.85 && kill) {
      line.faults += 1;
      line.hangUp();
      await kill();
    } else await pass(line, chance.between(1, 4));
    if (step % 10 === 9) clock.pass(60);
  }

  line.fails = false;
  const isQuiet = async () => {
    const { last } = (await storage.conversations.read(shop.id, id))!;
    const done = (tab: Tab) =>
      !tab.chats.letters.$waiting.get().length && tab.read(id).at(-1)?.sequence === last;
    const isRead = jo.isDone() && jo.read().at(-1)?.sequence === last;
    return isRead && (await outbox.read()).length === 0 && tabs.every(done);
  };
  const renew = () => {
    tabs.forEach((tab) => tab.gap());
    jo.again();
    jo.renew();
  };
  renew();
  await until(line, isQuiet, renew);

  const all = await storage.conversations.messages(shop.id, id, { limit: 1000 });
  const from = (sender: Message['from']) =>
    all.filter((message) => message.from === sender).map(({ text }) => text);
  assert.deepEqual(
    all.map(({ sequence }) => sequence),
    all.map((_, nth) => nth + 1),
  );
  const said = from('shopper');
  assert.deepEqual(said.toSorted(), written.flat().toSorted());
  for (const texts of written)
    assert.deepEqual(
      said.filter((text) => texts.includes(text)),
      texts,
    );
  assert.deepEqual(from('staff'), jo.said);
  for (const read of [...tabs.map((tab) => tab.read(id)), jo.read()])
    assert.deepEqual(
      read.map(({ sequence, text }) => [sequence, text]),
      all.map(({ sequence, text }) => [sequence, text]),
    );
  const owned = await storage.conversations.ofOwner(shop.id, { customer: 'mara' }, 50);
  assert.equal(owned.length, 1);
  tabs.forEach((tab) => tab.kill());
  jo.leave();
  await turn(line);
  return { faults: line.faults, messages: all.length };
}

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
