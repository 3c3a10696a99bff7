import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Message } from '../../src/contract/conversations.ts';
import { purge } from '../../src/backend/services/purge.ts';
import { CustomerSession } from '../../src/contract/session.ts';
import type { Outbox } from '../../src/widget/host/outbox.ts';
import type { Letter } from '../../src/widget/stores/letters.ts';
import { aCustomerVisitor } from '../backend/identity/flows.ts';
import { aColleague } from '../builders/colleague.ts';
import { fileRequests } from '../builders/file-request.ts';
import { aPdf } from '../builders/pictures.ts';
import { API, type Visitor } from '../builders/visitor.ts';
import { dice, type Dice } from '../data/dice.ts';
import { aColleagueAt } from './colleague.ts';
import {
  aDocument,
  assertHidden,
  assertWhole,
  idsIn,
  someFiles,
  type Both,
  type Chosen,
} from './files.ts';
import { aGround, BO, MARA, type Engine, type Ground } from './ground.ts';
import { aLine, type Line } from './line.ts';
import { aTab, type Tab } from './tab.ts';

const TABS = 3;
const STEPS = 30;
/** So many turns, of half a second each, and everything must have come to rest. */
const MOST_TURNS = 400;
const DAY = 24 * 60 * 60;

export interface History {
  faults: number;
  messages: number;
  /** Files of messages, and those that were sent and then named by none. */
  files: number;
  forgotten: number;
}

/** Three tabs of one shopper and somebody of the shop, over a line that fails in every way it can. */
export async function runHistory(seed: number, engine: Engine = 'SQLite'): Promise<History> {
  const ground = await aGround(engine, dice(seed, 'process'));
  const { desk } = ground;
  const mara = await aCustomerVisitor(desk, MARA);
  desk.clock.pass(60);
  const later = await aCustomerVisitor(desk, MARA);
  const others = [await aCustomerVisitor(desk, BO), desk.visitor()];
  const jo = await aColleague(desk);
  const headers = { 'Content-Type': 'application/pdf' };
  const unnamed = await mara.send('POST', '/uploads', { raw: aPdf(), headers });
  const real = globalThis.fetch;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const line = aLine(ground.ask, dice(seed, 'line'));
  line.uploads.add(unnamed.body.id);
  globalThis.fetch = line.fetch;
  Object.assign(globalThis, { XMLHttpRequest: fileRequests(() => line.fetch) });
  // Node 20 has none
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { onLine: true } });
  try {
    return await talk(ground, line, { mara, later, jo, others }, dice(seed, 'talk'));
  } finally {
    globalThis.fetch = real;
    Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
    mock.timers.reset();
    await ground.close();
  }
}

async function talk(
  { desk: { shop, storage, clock }, kill }: Ground,
  line: Line,
  { mara, later, jo: page, others }: Both & { later: Visitor; others: readonly Visitor[] },
  chance: Dice,
): Promise<History> {
  const session = ({ token }: Visitor) =>
    CustomerSession.parse({
      ...{ kind: 'customer', token },
      customer: { id: 'mara', firstName: '', lastName: '' },
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
      verifiedAt: clock.now.toISOString(),
    });
  let who = session(mara);
  const outbox = aSharedOutbox();
  const open = () => aTab(API, who, outbox);
  const tabs = Array.from({ length: TABS }, open);

  /** What each tab wrote, in its order; a new one in a killed one's place is another writer. */
  const written: string[][] = tabs.map(() => []);
  const writers = tabs.map((_, nth) => nth);
  const sent = new Map<string, readonly Chosen[]>();
  const takenBack = new Set<string>();
  const write = (at: number, conversation?: string): void => {
    const texts = written[writers[at]!]!;
    const text = `${writers[at]}-${texts.length}`;
    texts.push(text);
    sent.set(text, chance.roll() < 0.4 ? someFiles(text, chance) : []);
    tabs[at]!.write(text, conversation, sent.get(text));
  };

  write(0);
  await until(line, () => tabs[0]!.chats.$begun.get() !== undefined);
  const id = tabs[0]!.chats.$begun.get()!;
  const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const jo = aColleagueAt(API, cookie, id);
  for (let step = 0; step < STEPS; step += 1) {
    const at = chance.between(0, TABS - 1);
    const act = chance.roll();
    if (act < 0.4) write(at, id);
    else if (act < 0.6)
      jo.say(`staff-${step}`, chance.roll() < 0.3 ? [aDocument(`bill ${step}`)] : []);
    else if (act < 0.65) {
      const text = tabs[at]!.takeBack();
      if (text !== undefined) takenBack.add(text);
    } else if (act < 0.73) {
      // what it had put into the outbox by then is another's to send
      await turn(line);
      tabs[at]!.kill();
      tabs[at] = open();
      writers[at] = written.push([]) - 1;
    } else if (act < 0.75 && who.token === mara.token) {
      who = session(later);
      tabs.forEach((tab) => tab.signIn(who));
    } else if (act < 0.78) jo.reload();
    else if (act < 0.86 && kill) {
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
    clock.pass(10);
  };
  renew();
  await until(line, isQuiet, renew);

  const all = await storage.conversations.messages(shop.id, id, { limit: 1000 });
  const from = (sender: Message['from']) => all.filter((message) => message.from === sender);
  assert.deepEqual(
    all.map(({ sequence }) => sequence),
    all.map((_, nth) => nth + 1),
  );
  const said = from('shopper').map(({ text }) => text);
  assert.equal(new Set(said).size, said.length);
  // what was taken back may have been on its way, or in the hands of another tab
  const stays = (text: string) => !takenBack.has(text);
  assert.deepEqual(said.filter(stays).toSorted(), [...sent.keys()].filter(stays).toSorted());
  for (const texts of written)
    assert.deepEqual(
      said.filter((text) => stays(text) && texts.includes(text)),
      texts.filter(stays),
    );
  assert.deepEqual(
    from('staff').map(({ text }) => text),
    jo.said.map(({ text }) => text),
  );
  for (const read of [...tabs.map((tab) => tab.read(id)), jo.read()])
    assert.deepEqual(
      read.map((message) => [message.sequence, message.text, idsIn(message)]),
      all.map((message) => [message.sequence, message.text, idsIn(message)]),
    );
  const owned = await storage.conversations.ofOwner(shop.id, { customer: 'mara' }, 50);
  assert.equal(owned.length, 1);

  for (const message of from('shopper'))
    await assertWhole(message, sent.get(message.text)!, { mara, jo: page });
  for (const [nth, message] of from('staff').entries()) {
    const { files, isReloaded } = jo.said[nth]!;
    const isWithout = isReloaded && idsIn(message).length === 0;
    await assertWhole(message, isWithout ? [] : files, { mara, jo: page });
  }
  const named = all.flatMap(idsIn);
  assert.equal(new Set(named).size, named.length, 'A file stands in two messages');
  await assertHidden(named, others);
  tabs.forEach((tab) => tab.kill());
  jo.leave();
  await turn(line);
  clock.pass(DAY);
  await purge(storage, clock.now);
  const left = new Set<string>();
  for (const upload of line.uploads)
    if (await storage.uploads.read(shop.id, upload)) left.add(upload);
  assert.deepEqual([...left].toSorted(), named.toSorted(), 'What no message names is forgotten');
  return {
    ...{ faults: line.faults, messages: all.length, files: named.length },
    forgotten: line.uploads.size - named.length,
  };
}

/** What IndexedDB is to the tabs of one browser. */
function aSharedOutbox(): Outbox<Letter> {
  const letters = new Map<string, Letter>();
  return {
    read: async () => [...letters.values()],
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
