import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type {
  StaffChangeRequest,
  StaffOrder,
  StaffQuote,
} from '../../../src/contract/staff-orders.ts';
import type { StaffRole } from '../../../src/contract/staff.ts';
import { asked, begun } from '../../../src/domain/conversations/conversations.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import { aCustomer, aLine, anOrder } from '../../builders/rows.ts';
import type { Told, Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const why = { reason: 'customer_asked', words: 'She called this morning' };
const visa = { kind: 'card', label: 'Visa', lastFour: '4120', method: 'visa' } as const;

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({
    shop: {
      policy: aPolicy({
        cancel: { cutoff: { from: 'order', days: 0.5 }, undoMinutes: 10 },
        returns: { window: { from: 'delivery', days: 1 } },
      }),
    },
    rows: [
      aCustomer({
        ...{ id: 'mara', email: MARA, firstName: 'Mara', lastName: 'Kern' },
        paymentMethods: [{ id: 'visa', kind: 'card', label: 'Visa', lastFour: '4120' }],
      }),
      anOrder({
        ...{ id: 'o-1', number: '4051', customer: 'mara', email: MARA, status: 'placed' },
        placedAt: '2026-11-20T09:00:00.000Z',
        lines: [
          aLine({ id: 'coat', variant: 'coat-m', unitPrice: 24_900 }),
          aLine({ id: 'beanie', variant: 'beanie', unitPrice: 2000, quantity: 2 }),
        ],
        payments: [{ ...visa, amount: 28_900, reference: 'pi_1' }],
      }),
      anOrder({
        ...{ id: 'o-2', number: '4052', customer: 'mara', deliveredOn: '2026-11-10' },
        lines: [aLine({ id: 'knit', unitPrice: 8900 })],
        payments: [{ ...visa, amount: 8900, reference: 'pi_2' }],
      }),
    ],
    ports: { consoleAddress: () => CONSOLE },
  });
});
afterEach(() => desk.close());

const colleague = (role: StaffRole) =>
  aColleague(desk, { role, name: role, email: `${role}@alder.example` });
const read = async (page: Visitor, id = 'o-1') =>
  (await page.get(`/staff/orders/${id}`)).body as unknown as StaffOrder;
const cancelling: StaffChangeRequest = {
  kind: 'cancellation',
  wish: { reason: 'no_longer_needed', refundTo: 'original' },
};
const quoted = (page: Visitor, wish: object = cancelling, id = 'o-1') =>
  page.post(`/staff/orders/${id}/changes/quote`, wish);
const confirm = (page: Visitor, quote: unknown, wish: object = cancelling, id = 'o-1') =>
  page.post(`/staff/orders/${id}/changes`, { ...wish, quote, why });
const audited = async () => {
  const { items } = await desk.storage.staff.audit('alder', { limit: 20 });
  return items.filter(({ action }) => action.startsWith('order_') || action === 'return_made');
};

describe('An order in the console', () => {
  test('tells what there is of it, and what who asks may do', async () => {
    const [agent, lead] = [await colleague('agent'), await colleague('lead')];
    const order = await read(lead);
    assert.deepEqual([order.with.name, order.order.number], ['Mara Kern', '4051']);
    assert.deepEqual(order.may.cancel, {
      allowed: true,
      beyond: [{ limit: 'deadline', reason: 'window_closed', since: '2026-11-20T21:00:00.000Z' }],
    });
    const { cancel } = (await read(agent)).may;
    assert.equal(!cancel.allowed && cancel.asks, 'lead');
    assert.deepEqual(order.methods, [
      { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4120' },
    ]);
  });

  test('is cancelled by a lead for its customer, with the reason, and written down', async () => {
    const lead = await colleague('lead');
    const quote = (await quoted(lead)).body as unknown as StaffQuote;
    assert.equal(quote.total.amount, 28_900);
    assert.deepEqual(
      quote.beyond.map(({ limit }) => limit),
      ['deadline'],
    );
    const told = await confirm(lead, quote.id);
    assert.deepEqual([told.status, told.body['by']], [200, 'shop']);
    const after = await read(lead);
    assert.equal(after.order.progress.status, 'cancelled');
    const { staff } = after.receipts[0]!;
    assert.deepEqual([staff?.name, staff?.words, staff?.beyond.length], ['lead', why.words, 1]);
    const [entry] = await audited();
    assert.deepEqual(
      [entry?.action, entry?.by, entry?.subject, entry?.detail, entry?.reason],
      ['order_cancelled', 'lead', 'o-1', '4051 · customer_asked · deadline', why.words],
    );
    await desk.backend.settled();
    const mail = desk.mails.find(({ subject }) => subject === 'Order 4051 is cancelled');
    assert.equal(mail?.to, MARA);
    assert.match(mail.text, /Done by Alder\./);
    assert.ok(!mail.text.includes(why.words));
  });

  test('is mailed of in the language of its customer, not of whoever does it', async () => {
    const { conversations } = desk.storage;
    const at = '2026-11-20T10:00:00.000Z';
    await conversations.open('alder', { customer: 'mara' }, { id: 'talk', record: begun(at) });
    await conversations.write({ id: 'alder' }, 'talk', {
      decide: (held) => asked(held, { text: 'Hallo' }, at),
      language: 'de-AT',
    });
    const lead = await colleague('lead');
    await confirm(lead, (await quoted(lead)).body['id']);
    await desk.backend.settled();
    assert.ok(desk.mails.some(({ subject }) => subject === 'Bestellung 4051 ist storniert'));
  });

  test('is nothing an agent can do beyond the policy', async () => {
    const agent = await colleague('agent');
    assert.equal((await quoted(agent)).body.code, 'window_closed');
    const quote = (await quoted(await colleague('lead'))).body;
    assert.equal((await confirm(agent, quote['id'])).body.code, 'window_closed');
    assert.deepEqual(await audited(), []);
  });

  test('is shown to its customer as the shop’s doing, and is not theirs to take back', async () => {
    const lead = await colleague('lead');
    const { body: receipt } = await confirm(lead, (await quoted(lead)).body['id']);
    const mara = await aCustomerVisitor(desk, MARA);
    const [seen] = (await mara.get('/orders/o-1')).body['receipts'] as Record<string, unknown>[];
    assert.deepEqual(
      [seen?.['by'], seen?.['undoUntil'], seen?.['staff']],
      ['shop', undefined, undefined],
    );
    const tried = await mara.post(`/orders/o-1/receipts/${receipt['id']}/undo`, {});
    assert.equal(tried.body.code, 'undo_over');
    const undone = await lead.post(`/staff/orders/o-1/receipts/${receipt['id']}/undo`, {});
    assert.equal(undone.body['state'], 'undone');
    assert.deepEqual((await audited()).map(({ action }) => action).toSorted(), [
      'order_cancelled',
      'order_change_undone',
    ]);
  });

  test('refuses a quote once the order is another, whatever the sums', async () => {
    const lead = await colleague('lead');
    const { body: quote } = await quoted(lead);
    const mara = await aCustomerVisitor(desk, MARA);
    const phone = { kind: 'contact', phone: '+32 470 00 00 00' };
    const own = (await mara.post('/orders/o-1/edits/quote', phone)).body;
    assert.equal(
      (await mara.post('/orders/o-1/edits', { ...phone, quote: own['id'] })).status,
      200,
    );
    assert.equal((await confirm(lead, quote['id'])).body.code, 'quote_changed');
  });

  test('is done once, however often the same key asks', async () => {
    const lead = await colleague('lead');
    const body = { ...cancelling, quote: (await quoted(lead)).body['id'], why };
    const send = () => lead.post('/staff/orders/o-1/changes', body, { key: 'one-key-of-mine' });
    const [one, two] = [await send(), await send()];
    assert.deepEqual(one.body, two.body);
    assert.equal((await audited()).length, 1);
  });

  test('asks for words: nobody goes beyond without saying why', async () => {
    const lead = await colleague('lead');
    const { body: quote } = await quoted(lead);
    const silent = { ...cancelling, quote: quote['id'], why: { reason: 'other', words: ' ' } };
    assert.equal(
      (await lead.post('/staff/orders/o-1/changes', silent)).body.code,
      'validation_failed',
    );
  });

  test('loses part of it, gets another address, and comes back too late', async () => {
    const lead = await colleague('lead');
    const done = async (wish: object, id = 'o-1'): Promise<Told> =>
      confirm(lead, (await quoted(lead, wish, id)).body['id'], wish, id);
    const part = {
      kind: 'cancellation',
      wish: { reason: 'other', lines: [{ line: 'beanie', quantity: 1 }] },
    };
    assert.equal((await done(part)).status, 200);
    const address = { lines: ['Meir 50'], city: 'Antwerpen' };
    assert.equal((await done({ kind: 'edit', wish: { kind: 'address', address } })).status, 200);
    const lines = [{ line: 'knit', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } }];
    const back = await done({ kind: 'return', wish: { lines, method: 'own' } }, 'o-2');
    assert.equal(back.status, 200);
    const { order } = await read(lead);
    assert.deepEqual([order.totals.total.amount, order.address?.city], [26_900, 'Antwerpen']);
    assert.equal((await read(lead, 'o-2')).order.returns?.length, 1);
    assert.deepEqual((await audited()).map(({ action }) => action).toSorted(), [
      ...['order_cancelled', 'order_edited', 'return_made'],
    ]);
  });
});
