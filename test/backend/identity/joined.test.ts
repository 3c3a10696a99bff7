import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Storage } from '../../../src/backend/ports.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { anOwnLogin, type OwnLoginUnderTest } from '../../builders/own-login.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from './flows.ts';

const MARA = 'mara@kern.example';

let desk: BackendUnderTest;
let login: OwnLoginUnderTest;
beforeEach(async () => {
  login = await anOwnLogin();
  desk = await aBackend({
    rows: [
      aCustomer({ id: 'mara', email: MARA }),
      anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
    ],
    shop: { identityKeys: [login.key] },
  });
});
afterEach(() => desk.close());

/** Somebody nobody knows, who has written something. */
async function aWriter(): Promise<Visitor> {
  const visitor = desk.visitor();
  visitor.token = (await visitor.post('/session', {})).body.token;
  const { body: talk } = await visitor.post('/conversations', {});
  const written = { client: 'client-1', text: 'Is it warm?' };
  await visitor.post(`/conversations/${talk.id}/messages`, written, { key: null });
  return visitor;
}

/** How they tell who they are. */
const ways = {
  'by number': async () => ['/identity/lookups', { number: '4182', email: MARA }] as const,
  'by code': async (visitor: Visitor) => {
    const { body } = await visitor.post('/identity/challenges', { email: MARA });
    const code = await desk.code(MARA);
    return [`/identity/challenges/${body.id}/answer`, { code }] as const;
  },
  'by the shop’s login': async () => {
    const jwt = await login.sign(desk.clock.now, { sub: 'mara' });
    return ['/identity/assertions', { jwt }] as const;
  },
  'by a code for a session elsewhere': async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(31);
    const { body } = await mara.post('/identity/challenges', { self: true });
    const code = await desk.code(MARA);
    return [`/identity/challenges/${body.id}/answer`, { code }] as const;
  },
};

/** The same desk in a process that dies as soon as a session is written. */
async function aDyingDesk(): Promise<BackendUnderTest> {
  const { sessions } = desk.storage;
  const dying =
    <Given extends unknown[]>(work: (...given: Given) => Promise<unknown>) =>
    async (...given: Given): Promise<never> => {
      await work(...given);
      throw new Error('killed');
    };
  const storage = {
    ...desk.storage,
    sessions: { ...sessions, start: dying(sessions.start), prove: dying(sessions.prove) },
  } as Storage;
  const ports = { storage, clock: () => desk.clock.now };
  return aBackend({ ports, shop: { identityKeys: [login.key] } });
}

const textsOf = async (visitor: Visitor) => {
  const { body } = await visitor.get('/conversations');
  return (body['items'] as { preview?: { text?: string } }[]).map(({ preview }) => preview?.text);
};

describe('What somebody wrote before they told who they are', () => {
  for (const [way, telling] of Object.entries(ways))
    test(`is theirs though the process dies right after: ${way}`, async () => {
      const visitor = await aWriter();
      const [path, body] = await telling(visitor);
      const retry = { key: `the-key-${'x'.repeat(20)}` };
      const dying = await aDyingDesk();
      const token = visitor.token!;
      assert.equal((await dying.visitor({ token }).post(path, body, retry)).status, 500);
      await dying.backend.close();
      const again = await visitor.post(path, body, retry);
      assert.equal(again.status, 200, again.body.code);
      visitor.token = again.body.token;
      assert.deepEqual(await textsOf(visitor), ['Is it warm?']);
    });
});
