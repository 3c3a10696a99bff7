import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { WebhookEvent } from '../../../src/contract/webhook-events.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import { aPdf } from '../../builders/pictures.ts';
import { aCustomer } from '../../builders/rows.ts';
import { anEndpoint } from '../../builders/shop.ts';
import { toldBy } from '../../builders/told.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';

let desk: BackendUnderTest;
let jo: Visitor;
beforeEach(async () => {
  desk = await aBackend({
    rows: [aCustomer({ id: 'mara', email: MARA })],
    shop: { webhooks: [anEndpoint({ events: ['conversation.*'] })] },
    ports: { consoleAddress: () => CONSOLE },
  });
  jo = await aColleague(desk, { role: 'admin' });
});
afterEach(() => desk.close());

const wordsOf = ({ type, data }: WebhookEvent) =>
  'message' in data ? `${type} ${data.message.from} ${data.message.text}` : type;

test('The shop’s own systems hear of all that is said and done, and of no note', async () => {
  const mara = await aCustomerVisitor(desk, MARA);
  const { id } = (await mara.post('/conversations', {})).body;
  const say = (text: string) => {
    const said = { client: `client-${text}`, text };
    return mara.post(`/conversations/${id}/messages`, said, { key: null });
  };
  const talk = `/staff/conversations/${id}`;
  await say('Hello?');
  await say('Hello?');
  assert.equal((await jo.post(`${talk}/notes`, { text: 'Lot 2609' })).status, 200);
  const reply = { client: 'client-of-jo', text: 'Yes', seen: 1 };
  assert.equal((await jo.post(`${talk}/messages`, reply, { key: null })).status, 200);
  assert.equal((await jo.send('PATCH', talk, { body: { state: 'closed' } })).status, 200);
  const { body: acted } = await jo.post('/staff/inbox/acts', { ids: [id], state: 'open' });
  await jo.post(`/staff/inbox/acts/${String(acted['id'])}/undo`, {});
  await say('Still?');
  assert.deepEqual((await toldBy(desk)).map(wordsOf), [
    ...['conversation.created', 'conversation.message_added shopper Hello?'],
    ...['conversation.message_added staff Yes', 'conversation.closed'],
    ...['conversation.reopened', 'conversation.closed', 'conversation.reopened'],
    'conversation.message_added shopper Still?',
  ]);
});

test('They are told what a file is called, and nothing to fetch it by', async () => {
  const mara = await aCustomerVisitor(desk, MARA);
  const { id } = (await mara.post('/conversations', {})).body;
  const headers = { 'Content-Type': 'application/pdf' };
  const paper = (await mara.send('POST', '/uploads', { raw: aPdf(), headers })).body.id;
  const said = { client: 'client-1', documents: [paper], names: ['Bill.pdf'] };
  await mara.post(`/conversations/${id}/messages`, said, { key: null });
  const told = await toldBy(desk);
  const data = told.at(-1)!.data;
  assert.ok('message' in data);
  assert.deepEqual([data.message.documents, data.conversation.customer], [['Bill.pdf'], 'mara']);
  const all = JSON.stringify(told);
  for (const secret of [paper, MARA]) assert.ok(!all.includes(secret), secret);
});
