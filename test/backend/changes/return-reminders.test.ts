import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { reminderMail } from '../../../src/backend/channels/email/reminder-mail.ts';
import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import type { Mail, Mailer } from '../../../src/backend/ports.ts';
import { createRemind } from '../../../src/backend/services/return-reminders.ts';
import { createKeyring } from '../../../src/backend/services/secrets.ts';
import { createSentReminders } from '../../../src/backend/services/sent-reminders.ts';
import type { ReturnState } from '../../../src/contract/returns.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy, type PolicyWish } from '../../builders/cases.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const BO = 'bo@lund.example';
const DAY = 86_400;
const PEPPER = 'a pepper of at least thirty-two bytes for tests';

let desk: BackendUnderTest;
let mails: Mail[];
let remind: (signal?: AbortSignal) => Promise<void>;
let send: Mailer['send'];
let returned: string;
afterEach(() => desk.close());

class Unsent extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A return that has fourteen days to be sent; BO is its order's own contact. */
async function aReturn({
  by = MARA,
  gift = false,
  returns = {},
}: { by?: string; gift?: boolean; returns?: PolicyWish['returns'] } = {}) {
  const policy = aPolicy({ returns: { gift: true, ...returns } });
  desk = await aBackend({
    rows: [
      aCustomer({ id: 'mara', email: MARA }),
      anOrder({
        ...{ id: 'o-1', number: '#4051', customer: 'mara', email: BO, deliveredOn: '2026-11-20' },
        payments: [{ kind: 'card', label: 'Visa', amount: 8900, reference: 'pi_1' }],
      }),
    ],
    shop: { policy },
  });
  const { storage, clock } = desk;
  const platform = createBuiltinPlatform(storage, () => clock.now);
  mails = [];
  send = async (mail) => void mails.push(mail);
  const due = createRemind({
    ...{ changes: storage.changes, platform, shops: shopsOf([desk.shop]), letter: reminderMail },
    limits: desk.limits,
    sentReminders: createSentReminders(storage.limits, createKeyring(PEPPER), () => clock.now),
    mailer: { send: (mail) => send(mail) },
    clock: () => clock.now,
    log: {
      info: () => undefined,
      error: (_event, error) => assert.ok(error instanceof Unsent, String(error)),
    },
  });
  remind = (signal) => due(clock.now, signal);
  const visitor = await aCustomerVisitor(desk, by, { headers: { 'Accept-Language': 'de' } });
  const outcome = { kind: gift ? 'store_credit' : 'refund' };
  const line = { line: 'line-1', quantity: 1, reason: 'too_small', outcome };
  const wish = { lines: [line], method: 'own', ...(gift && { gift }) };
  const { body: quote } = await visitor.post('/orders/o-1/returns/quote', wish);
  const { body } = await visitor.post('/orders/o-1/returns', { ...wish, quote: quote['id'] });
  returned = String(body['return']);
}
const to = () => mails.map((mail) => mail.to);
const move = (state: ReturnState) =>
  desk.storage.changes.moveReturn(desk.shop, returned, state, {
    ...{ at: desk.clock.now, by: 'shop', policy: aPolicy() },
  });

describe('Who has not sent a return', () => {
  test('is reminded some days before it ends, once, in their language', async () => {
    await aReturn();
    desk.clock.pass(11 * DAY - 1);
    await remind();
    assert.deepEqual(to(), []);
    desk.clock.pass(1);
    await Promise.all([remind(), remind()]);
    assert.deepEqual(to(), [MARA, BO]);
    assert.match(mails[0]!.subject, /^Schick Rückgabe 4051-1 bis /);
    desk.clock.pass(DAY);
    await remind();
    assert.equal(mails.length, 2);
  });

  test('is reminded at their own address, also where the order’s contact has had too many mails', async () => {
    await aReturn();
    desk.clock.pass(11 * DAY);
    for (let nth = 0; nth < 14; nth++) await desk.limits.ofMail(desk.shop, BO);
    await remind();
    assert.deepEqual(to(), [MARA]);
  });

  for (const [name, wanted, state] of [
    ['has sent it', {}, 'in_transit'],
    ['keeps it after all', {}, 'cancelled'],
    ['buys where nobody is reminded', { returns: { remindDaysBefore: 0 } }, undefined],
    ['would be reminded at once', { returns: { sendWithinDays: 3 } }, undefined],
  ] as const)
    test(`is not where one ${name}`, async () => {
      await aReturn(wanted);
      if (state) await move(state);
      desk.clock.pass(12 * DAY);
      await remind();
      assert.deepEqual(to(), []);
    });

  test('is reminded later where the mail server is out, and not where it refuses', async () => {
    await aReturn();
    const works = send;
    desk.clock.pass(12 * DAY);
    send = () => Promise.reject(new Unsent('unreachable'));
    await remind();
    send = works;
    desk.clock.pass(599);
    await remind();
    assert.deepEqual(to(), []);
    desk.clock.pass(1);
    send = () => Promise.reject(new Unsent('refused'));
    await remind();
    send = works;
    desk.clock.pass(DAY);
    await remind();
    assert.deepEqual(to(), []);
  });

  test('is reminded once, however often the other’s mail server says “not now”', async () => {
    await aReturn();
    const works = send;
    desk.clock.pass(12 * DAY);
    let busy = BO;
    send = (mail) => (mail.to === busy ? Promise.reject(new Unsent('unreachable')) : works(mail));
    for (let nth = 0; nth < 3; nth++) {
      await remind();
      desk.clock.pass(600);
    }
    assert.deepEqual(to(), [MARA]);
    busy = '';
    await remind();
    desk.clock.pass(DAY);
    await remind();
    assert.deepEqual(to(), [MARA, BO]);
  });

  test('who cannot be reminded keeps the order’s contact from nothing, and is given up once refused', async () => {
    await aReturn();
    const works = send;
    desk.clock.pass(12 * DAY);
    let says = 'unreachable';
    send = (mail) => (mail.to === MARA ? Promise.reject(new Unsent(says)) : works(mail));
    await remind();
    assert.deepEqual(to(), [BO]);
    says = 'refused';
    desk.clock.pass(600);
    await remind();
    send = works;
    desk.clock.pass(DAY);
    await remind();
    assert.deepEqual(to(), [BO]);
  });

  test('is reminded by the next process where this one stops', async () => {
    await aReturn();
    const works = send;
    desk.clock.pass(12 * DAY);
    const stopping = new AbortController();
    send = () => {
      stopping.abort();
      return Promise.reject(new Unsent('unreachable'));
    };
    await remind(stopping.signal);
    send = works;
    await remind(stopping.signal);
    assert.deepEqual(to(), []);
    await remind();
    assert.deepEqual(to(), [MARA, BO]);
  });

  test('is reminded alone of a present that they were given', async () => {
    await aReturn({ by: BO, gift: true });
    desk.clock.pass(12 * DAY);
    await remind();
    assert.deepEqual(to(), [BO]);
  });
});
