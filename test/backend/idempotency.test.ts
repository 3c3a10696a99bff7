import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { routes } from '../../src/contract/routes.ts';
import { asksForSession, isOfConsole, type Route } from '../../src/contract/routes/route.ts';
import type { AnswerStore } from '../../src/backend/ports.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aColleague, CONSOLE } from '../builders/colleague.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor } from './identity/flows.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const MARA = 'mara@kern.example';
const BO = 'bo@lund.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  aCustomer({ id: 'bo', email: BO }),
  anOrder({ id: 'o-1', number: '4182', email: MARA }),
];
const KEY = 'a-key-of-some-wish';
const path = '/identity/challenges';

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows, ports: { consoleAddress: () => CONSOLE } });
});
afterEach(() => desk.close());

describe('A keyed route', () => {
  const bodies: Record<string, unknown> = {
    createChallenge: { email: MARA },
    answerChallenge: { code: '123456' },
    createLookup: { number: '4182', email: MARA },
    createAssertion: { jwt: 'a.token.of.none' },
    cancelOrder: { reason: 'other', quote: 'a-quote-of-none' },
    editOrder: { kind: 'contact', phone: '+32 470 00 00 00', quote: 'a-quote-of-none' },
    createReturn: {
      lines: [{ line: 'line-1', quantity: 1, reason: 'damaged', outcome: { kind: 'refund' } }],
      ...{ method: 'own', quote: 'a-quote-of-none' },
    },
    reportOrder: { kind: 'damaged', quote: 'a-quote-of-none' },
    dismissProduct: { product: 'boots' },
    createVisitor: {},
    openConversation: {},
    rateConversation: { rating: 5 },
    mailConversation: { wanted: false },
    mailTranscript: {},
    cancelReturn: {},
    chooseOutcomes: {
      lines: [{ line: 'line-1', outcome: { kind: 'refund' } }],
      quote: 'a-quote-of-none',
    },
    mergeWishlists: { lists: [], wishes: [] },
    undoReceipt: {},
    removeEvents: { visitors: [], remove: 'all' },
    createStaffLink: { email: 'jo@alder.example' },
    changeInbox: { state: 'closed' },
    actInInbox: { ids: ['some-id'], state: 'closed' },
    undoInInbox: {},
    noteInInbox: { text: 'Same batch as Monday' },
    moveStaffReturn: { step: 'approve' },
    makeStaffChange: {
      ...{ kind: 'cancellation', wish: { reason: 'other' }, quote: 'a-quote-of-none' },
      why: { reason: 'customer_asked', words: 'They called' },
    },
    undoStaffChange: {},
    changeCustomer: { address: { lines: ['Meir 50'] } },
  };
  for (const [name, route] of Object.entries<Route>(routes).filter(([, { keyed }]) => keyed))
    test(`${name} refuses a request without a key, or with one of another form`, async () => {
      const { takes } = route;
      const body = bodies[name];
      assert.ok(body || takes, `${name} has no body here`);
      const wish = takes ? { raw: ' ', headers: { 'Content-Type': takes[0]! } } : { body };
      const url = route.path.replace(/:\w+/g, 'some-id');
      const isSignedIn = asksForSession(route);
      const visitor = isOfConsole(route)
        ? await aColleague(desk, { role: 'lead' })
        : isSignedIn
          ? await aCustomerVisitor(desk, MARA)
          : desk.visitor();
      const send = (key: string | null) =>
        visitor.send(route.method.toUpperCase(), url, { ...wish, key });
      const none = await send(null);
      assert.deepEqual([none.status, none.body.code], [400, 'idempotency_key_missing']);
      for (const key of ['short', 'x'.repeat(129), 'with blank', 'ümläut-ümläut']) {
        const bad = await send(key);
        assert.deepEqual([bad.status, bad.body.code], [400, 'invalid_request'], key);
        assert.equal(bad.body.errors[0]?.pointer, '/Idempotency-Key');
      }
    });

  test('gives the same answer to the same key, and does nothing twice', async () => {
    const first = await desk.visitor().post(path, { email: MARA }, { key: KEY });
    desk.clock.pass(5 * MINUTE);
    const again = await desk.visitor().post(path, { email: MARA }, { key: KEY });
    assert.deepEqual([again.status, again.body], [first.status, first.body]);
    await desk.backend.settled();
    assert.equal(desk.mails.length, 1);
  });

  test('has one effect for fifty at once', async () => {
    const told = await Promise.all(
      Array.from({ length: 50 }, () => desk.visitor().post(path, { email: MARA }, { key: KEY })),
    );
    await desk.backend.settled();
    assert.equal(desk.mails.length, 1);
    const done = told.filter(({ status }) => status === 202);
    const waiting = told.filter(({ body }) => body.code === 'idempotency_in_flight');
    assert.equal(done.length + waiting.length, 50);
    assert.equal(new Set(done.map(({ body }) => body.id)).size, 1);
    assert.ok(waiting.every(({ status }) => status === 409));
  });

  test('refuses the same key with another body', async () => {
    await desk.visitor().post(path, { email: MARA }, { key: KEY });
    const { status, body } = await desk.visitor().post(path, { email: BO }, { key: KEY });
    assert.deepEqual([status, body.code], [422, 'idempotency_key_reused']);
  });

  test('refuses the same key for another challenge, or from another session', async () => {
    const aGuest = async () => {
      const wish = { number: '4182', email: MARA };
      const { body } = await desk.visitor().post('/identity/lookups', wish);
      return desk.visitor({ token: body.token });
    };
    const [other, guest] = [await aGuest(), await aGuest()];
    await other.post(path, { order: 'o-1' }, { key: KEY });
    assert.equal(
      (await guest.post(path, { order: 'o-1' }, { key: KEY })).body.code,
      'idempotency_key_reused',
    );
    const answer = (id: string) =>
      guest.post(`${path}/${id}/answer`, { code: '123456' }, { key: 'other-key' });
    await answer('one');
    assert.equal((await answer('two')).body.code, 'idempotency_key_reused');
  });

  test('knows a retry after the access token was renewed', async () => {
    const guest = desk.visitor();
    const lookup = await guest.post('/identity/lookups', { number: '4182', email: MARA });
    guest.token = lookup.body.token;
    const first = await guest.post(path, { order: 'o-1' }, { key: KEY });
    await guest.refresh();
    const again = await guest.post(path, { order: 'o-1' }, { key: KEY });
    assert.deepEqual(again.body, first.body);
  });

  test('knows a retry of a customer who has signed in again, and of nobody else', async () => {
    const open = (visitor: Visitor) => visitor.post('/conversations', undefined, { key: KEY });
    const first = await open(await aCustomerVisitor(desk, MARA));
    desk.clock.pass(30);
    const again = await open(await aCustomerVisitor(desk, MARA));
    assert.equal(first.status, 200);
    assert.deepEqual(again.body, first.body);
    const other = await open(await aCustomerVisitor(desk, BO));
    assert.equal(other.body.code, 'idempotency_key_reused');
  });

  test('keeps a refusal, so that a retry costs no second try', async () => {
    const { body: challenge } = await desk.visitor().post(path, { email: MARA });
    const answer = () =>
      desk.visitor().post(`${path}/${challenge.id}/answer`, { code: '000000' }, { key: KEY });
    const right = (await desk.code(MARA)) === '000000';
    const first = await answer();
    assert.equal(first.body.triesLeft, right ? undefined : 4);
    assert.deepEqual((await answer()).body, first.body);
  });

  test('forgets a refusal after ten minutes', async () => {
    const answer = (id: string) =>
      desk.visitor().post(`${path}/${id}/answer`, { code: '123456' }, { key: KEY });
    await answer('one');
    desk.clock.pass(10 * 60 - 1);
    assert.equal((await answer('two')).body.code, 'idempotency_key_reused');
    desk.clock.pass(1);
    assert.equal((await answer('two')).body.code, 'challenge_expired');
  });

  test('does not keep a refusal that passes: the same key may try again', async () => {
    await desk.visitor().post(path, { email: MARA });
    const early = await desk.visitor().post(path, { email: MARA }, { key: KEY });
    assert.equal(early.status, 429);
    desk.clock.pass(30);
    const again = await desk.visitor().post(path, { email: MARA }, { key: KEY });
    assert.equal(again.status, 202);
  });

  test('does not keep that a token was over: the same key may try again with another', async () => {
    const guest = desk.visitor();
    const lookup = await guest.post('/identity/lookups', { number: '4182', email: MARA });
    guest.token = lookup.body.token;
    desk.clock.pass(10 * MINUTE);
    const late = await guest.post(path, { order: 'o-1' }, { key: KEY });
    assert.deepEqual([late.status, late.body.code], [401, 'unauthenticated']);
    await guest.refresh();
    const again = await guest.post(path, { order: 'o-1' }, { key: KEY });
    assert.equal(again.status, 202);
  });

  test('forgets the key after a day', async () => {
    const first = await desk.visitor().post(path, { email: MARA }, { key: KEY });
    desk.clock.pass(DAY - 1);
    const known = await desk.visitor().post(path, { email: MARA }, { key: KEY });
    assert.equal(known.body.id, first.body.id);
    desk.clock.pass(1);
    const later = await desk.visitor().post(path, { email: BO }, { key: KEY });
    assert.equal(later.status, 202);
  });

  test('lets go of the key when something broke', async () => {
    const { catalogue } = desk.storage;
    let broken = true;
    const findOrder: typeof catalogue.findOrder = (...given) =>
      broken ? Promise.reject(new Error('the disk is full')) : catalogue.findOrder(...given);
    const storage = { ...desk.storage, catalogue: { ...catalogue, findOrder } };
    const other = await aBackend({ ports: { storage } });
    const lookup = () =>
      other.visitor().post('/identity/lookups', { number: '4182', email: MARA }, { key: KEY });
    assert.equal((await lookup()).body.code, 'internal');
    broken = false;
    assert.equal((await lookup()).status, 200);
    await other.backend.close();
  });

  test('takes over from a process that died at work', async () => {
    const { answers } = desk.storage;
    const dead: AnswerStore = { ...answers, keep: async () => false };
    const dying = await aBackend({ ports: { storage: { ...desk.storage, answers: dead } } });
    await dying.visitor().post(path, { email: MARA }, { key: KEY });
    await dying.backend.close();
    const ask = () => desk.visitor().post(path, { email: MARA }, { key: KEY });
    desk.clock.pass(59);
    assert.equal((await ask()).body.code, 'idempotency_in_flight');
    desk.clock.pass(1);
    assert.equal((await ask()).status, 202);
  });

  test('whose write has been done keeps its answer, if its process dies right after', async () => {
    const { answers } = desk.storage;
    const dead: AnswerStore = { ...answers, keep: () => Promise.reject(new Error('killed')) };
    const dying = await aBackend({ ports: { storage: { ...desk.storage, answers: dead } } });
    const wish = { number: '4182', email: MARA };
    const told = await dying.visitor().post('/identity/lookups', wish, { key: KEY });
    assert.equal(told.status, 500);
    await dying.backend.close();
    const again = await Promise.all(
      Array.from({ length: 50 }, () =>
        desk.visitor().post('/identity/lookups', wish, { key: KEY }),
      ),
    );
    const tokens = new Set(again.map(({ body }) => body.token));
    assert.equal(tokens.size, 1);
    const guest = desk.visitor({ token: again[0]!.body.token });
    assert.equal((await guest.get('/session')).body.kind, 'guest');
  });
});

describe('An answer that signs somebody in', () => {
  const signIn = async (key: string) => {
    const visitor = desk.visitor();
    const { body: challenge } = await visitor.post(path, { email: MARA });
    const code = await desk.code(MARA);
    return () => visitor.post(`${path}/${challenge.id}/answer`, { code }, { key });
  };

  test('is given again whole, tokens and cookie included', async () => {
    const give = await signIn(KEY);
    const [first, again] = [await give(), await give()];
    assert.equal(again.status, 200);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get('set-cookie'), first.headers.get('set-cookie'));
    assert.equal((await desk.visitor({ token: again.body.token }).get('/orders')).status, 200);
  });

  test('is kept for ten minutes only', async () => {
    const give = await signIn(KEY);
    await give();
    desk.clock.pass(10 * MINUTE);
    assert.equal((await give()).body.code, 'challenge_used');
  });

  test('cannot be read from the database: not its tokens, not its key', async () => {
    const kept: string[] = [];
    const { answers } = desk.storage;
    const listening: AnswerStore = {
      ...answers,
      keep: (answer) => {
        kept.push(answer.key, answer.sealed);
        return answers.keep(answer);
      },
    };
    const other = await aBackend({ ports: { storage: { ...desk.storage, answers: listening } } });
    const { body, headers } = await other
      .visitor()
      .post('/identity/lookups', { number: '4182', email: MARA }, { key: KEY });
    const cookie = /=([\w-]{43});/.exec(headers.get('set-cookie')!)![1]!;
    const rows = kept.join('\n');
    assert.equal(kept.length, 2);
    for (const secret of [body.token, cookie, KEY, MARA, '4182'])
      for (const form of [secret, btoa(secret).replaceAll('=', '')])
        assert.ok(!rows.includes(form), form);
    await other.backend.close();
  });
});
