import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { SyncDb } from '../../src/backend/storage/dialect.ts';
import {
  asked,
  begun,
  type ConversationRecord,
} from '../../src/domain/conversations/conversations.ts';
import { exported, untold } from '../../src/backend/storage/customer-export.ts';
import { classification } from '../../src/backend/storage/schema.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aPolicy } from '../builders/cases.ts';
import { sqliteEngines } from '../builders/engines.ts';
import { joins } from '../builders/joins.ts';
import { aCustomer, aLine, anOrder } from '../builders/rows.ts';
import { anEndpoint } from '../builders/shop.ts';

import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor } from './identity/flows.ts';
import { signed } from './live/signed.ts';

const MARA = 'mara@kern.example';
const BO = 'bo@lund.example';
const policy = aPolicy({ returns: { gift: true } });

let desk: BackendUnderTest;
let db: SyncDb;
let mara: Visitor;
let bo: Visitor;
beforeEach(async () => {
  const engine = sqliteEngines()[0]!;
  desk = await aBackend({
    engine: { ...engine, open: async () => (db = await engine.open()) },
    rows: [
      aCustomer({ id: 'c-mara', email: MARA }),
      aCustomer({ id: 'c-bo', email: BO }),
      anOrder({
        ...{ id: 'o-4186', number: '4186', customer: 'c-mara', email: BO },
        ...{ deliveredOn: '2026-11-20', lines: [aLine({ id: 'scarf', unitPrice: 4000 })] },
        payments: [{ kind: 'card', label: 'Visa', amount: 4000, reference: 'pi_1' }],
      }),
    ],
    shop: { policy, webhooks: [anEndpoint()] },
  });
  mara = await aCustomerVisitor(desk, MARA);
  bo = await aCustomerVisitor(desk, BO);
});
afterEach(() => desk.close());

/** A present goes back by who was given it, who says a word of their own about it. */
async function giveBack(): Promise<string> {
  const line = { line: 'scarf', quantity: 1, reason: 'no_longer_needed', note: 'It itches' };
  const request = {
    lines: [{ ...line, outcome: { kind: 'store_credit' } }],
    ...{ method: 'own', gift: true },
  };
  const quote = await bo.post('/orders/o-4186/returns/quote', request);
  const done = await bo.post('/orders/o-4186/returns', { ...request, quote: quote.body.id });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return String(done.body['return']);
}
const erase = (id: string) =>
  desk
    .visitor({ origin: null })
    .send(
      'POST',
      '/webhooks/customers',
      signed(desk, { type: 'customer', id, deleted: true, updatedAt: '2026-11-23T09:30:00Z' }),
    );
/** Tables in which one of these words stands; what marks somebody as gone has to name them. */
const tablesWith = (...words: string[]) =>
  Object.keys(classification).filter((table) => {
    const rows = JSON.stringify(db.prepare(`select * from ${table}`).all([]));
    return table !== 'row_marks' && words.some((word) => rows.includes(word));
  });

describe('Who is erased', () => {
  test('is in no return of a present any more, which the giver still does not see', async () => {
    const id = await giveBack();
    assert.ok(tablesWith('c-bo', 'It itches').includes('returns'));
    await erase('c-bo');
    await deliverAll();
    assert.deepEqual(tablesWith('c-bo', 'It itches'), []);
    assert.equal((await mara.get(`/returns/${id}`)).status, 404);
    const moved = { at: desk.clock.now, by: 'shop', policy } as const;
    await desk.storage.changes.moveReturn(desk.shop, id, 'received', moved);
    assert.deepEqual(db.prepare('select * from store_credits').all([]), []);
  });

  test('is still given back what is on its way to them, of which order nobody knows', async () => {
    const [pending] = await refundUnderWay();
    await erase('c-mara');
    await deliverAll();
    assert.deepEqual(tablesWith('c-mara', MARA, 'o-4187', 'Visa'), []);
    const now = desk.clock.now.toISOString();
    const later = new Date(desk.clock.now.getTime() + 60_000).toISOString();
    const { money } = desk.storage;
    const [move, ...others] = await money.claim({ now, until: later, most: 9 });
    assert.deepEqual(
      [move?.id, move?.reference, move?.amount, others],
      [pending, 'pi_2', 9000, []],
    );
    const half = { state: 'done', reference: 're_1', amount: 4000 } as const;
    await money.settle(desk.shop, move!.id, later, half, desk.clock.now);
    const [rest] = await money.claim({ now, until: later, most: 9 });
    assert.deepEqual([rest?.reference, rest?.amount], ['pi_2', 5000]);
  });

  test('is in no news to the shop that have arrived, nor once they have', async () => {
    await refundUnderWay();
    const told = await deliver(1);
    assert.ok(told.includes('o-4187'));
    await talk();
    await erase('c-mara');
    await desk.storage.outbox.purge(desk.clock.now.toISOString());
    assert.deepEqual(tablesWith('o-4187'), ['outbox'], 'what waits still goes to them');
    await deliverAll();
    assert.deepEqual(tablesWith('c-mara', 'o-4187'), []);
  });

  test('is in no news of what they wrote before anybody knew them', async () => {
    const at = desk.clock.now.toISOString();
    const { conversations } = desk.storage;
    const session = { session: 's-1' };
    await conversations.open('alder', session, { id: 'unknown', record: begun(at) });
    const decide = (held: ConversationRecord) => asked(held, { text: 'It pinches' }, at);
    await conversations.write(desk.shop, 'unknown', { decide });
    const told = await deliver(9);
    assert.ok(told.includes('conversation.created'));
    await conversations.write(desk.shop, 'unknown', { decide });
    await joins(desk.storage, 's-1', 'c-mara');
    assert.ok(tablesWith('It pinches').includes('outbox'));
    await erase('c-mara');
    assert.ok((await deliver(9)).includes('It pinches'), 'what waits still goes to them');
    await deliverAll();
    assert.deepEqual(tablesWith('unknown', 'It pinches'), []);
  });

  test('leaves nothing of their orders, of what was done to them, and of what was said', async () => {
    await giveBack();
    await talk();
    await erase('c-mara');
    await deliverAll();
    assert.deepEqual(tablesWith('c-mara', MARA, 'o-4186', 'It pinches', 'Lot 2609'), []);
  });
});

/** Mara cancels what she paid by card; the ids of what moves then. */
async function refundUnderWay(): Promise<unknown[]> {
  await desk.load([
    anOrder({
      ...{ id: 'o-4187', number: '4187', customer: 'c-mara', status: 'placed' },
      lines: [aLine({ id: 'coat', unitPrice: 9000 })],
      payments: [{ kind: 'card', label: 'Visa', amount: 9000, reference: 'pi_2' }],
    }),
  ]);
  const request = { reason: 'ordered_by_mistake' };
  const quote = await mara.post('/orders/o-4187/cancellation/quote', request);
  const done = await mara.post('/orders/o-4187/cancellation', { ...request, quote: quote.body.id });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return db
    .prepare("select id from money_moves where state = 'moving'")
    .all([])
    .map((row) => (row as { id: string }).id);
}

/** Some of what waits for the shop's systems arrives there; what it says. */
async function deliver(most: number): Promise<string> {
  const { outbox } = desk.storage;
  const now = desk.clock.now.toISOString();
  const until = new Date(desk.clock.now.getTime() + 60_000).toISOString();
  const { url } = desk.shop.webhooks![0]!;
  const claimed = await outbox.claim({ shop: desk.shop.id, url }, { now, until, most });
  const end = { state: 'delivered', now, until, result: 'http_200' } as const;
  for (const { id } of claimed) await outbox.settle(id, until, end);
  return claimed.map(({ body }) => body).join('\n');
}

/** All of it arrives, and what is over is purged. */
async function deliverAll(): Promise<void> {
  while ((await deliver(9)) !== '');
  await desk.storage.outbox.purge(desk.clock.now.toISOString());
}

/** Mara has asked something; a colleague has noted something down about it. */
async function talk(): Promise<void> {
  const at = desk.clock.now.toISOString();
  const { conversations, inbox } = desk.storage;
  const owner = { customer: 'c-mara' };
  await conversations.open('alder', owner, { id: 'talk', record: begun(at) });
  await conversations.write(desk.shop, 'talk', {
    decide: (held) => asked(held, { text: 'It pinches' }, at),
  });
  await inbox.change(desk.shop, 'talk', {
    ...{ at, tags: ['Sizes'], decide: (conversation) => ({ conversation, messages: [] }) },
  });
  await inbox.addNote('alder', 'talk', { id: 'note', after: 1, at, by: 'Jo', text: 'Lot 2609' });
}

describe('An export', () => {
  const exportTo = async (visitor: Visitor) => {
    const { status, body } = await visitor.get('/customer/export');
    assert.equal(status, 200);
    return body['tables'] as Record<string, object[]>;
  };

  test('or a reason covers every table that tells of a person', () => {
    const covered = new Set([...Object.values(exported).flat(), ...Object.keys(untold)]);
    const personal = Object.entries(classification)
      .filter(([, columns]) => Object.values<string>(columns).includes('personal'))
      .map(([table]) => table);
    assert.deepEqual(
      personal.filter((table) => !covered.has(table)),
      [],
    );
  });

  test('tells a customer all of theirs, and nothing of what became of their present', async () => {
    await giveBack();
    const [hers, his] = [await exportTo(mara), await exportTo(bo)];
    const count = (tables: typeof hers) =>
      ['customers', 'orders', 'order_lines', 'returns', 'receipts', 'money_moves'].map(
        (table) => tables[table]?.length,
      );
    assert.deepEqual(count(hers), [1, 1, 1, 0, 0, 0]);
    assert.deepEqual(count(his), [1, 1, 0, 1, 1, 1]);
    const { placed_at: _, ...named } = his['orders']![0] as { placed_at: string };
    assert.deepEqual(named, { id: 'o-4186', number: '4186', email: BO }, 'a contact, and no more');
    assert.ok(JSON.stringify(his).includes('It itches'));
    assert.ok(!JSON.stringify(hers).includes('c-bo'));
  });

  test('tells what was said to the shop, and what its people noted down', async () => {
    await talk();
    const [hers, his] = [await exportTo(mara), await exportTo(bo)];
    for (const table of ['conversations', 'messages', 'conversation_tags', 'conversation_notes'])
      assert.deepEqual([hers[table]?.length, his[table]?.length], [1, 0], table);
  });
});
