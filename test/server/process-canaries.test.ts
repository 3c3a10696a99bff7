import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openSqliteBeside } from '../../src/server/drivers/sqlite.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { aCustomer, anOrder, aProduct } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import type { Visitor } from '../builders/visitor.ts';
import { wordsIn } from './canary-search.ts';
import { MARA, plant, planted, SECRET, sendFiles, tellOfCustomers } from './canary-visits.ts';
import { aFolder } from './folder.ts';
import { PEPPER } from './pepper.ts';
import { aQuotingMail, aQuotingScanner } from './quoting-neighbours.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { visitorOf } from './shared-desk.ts';

const names = ['Serinus', 'Vogelaar', 'Kooistraat', 'Zangdorp', 'Visa-canary'].map(plant);
const [firstName = '', lastName = '', street = '', city = '', card = ''] = names;
const REFUSED = plant('other-canary@nest.example');
const PHONE = plant('+32470999001');
const OUT_SECRET = plant('canary-secret-for-what-is-sent-out');
const PASSWORD = plant('canary-of-the-mail-password');
const PAYMENT = plant('pi_canary91_declined');
plant(PEPPER);

const running: ServerProcess[] = [];
const neighbours: { close(): Promise<void> }[] = [];
after(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  for (const each of neighbours) await each.close();
});

const logged = async ({ child, stderr }: ServerProcess, pattern: RegExp): Promise<string> => {
  for (;;) {
    const found = pattern.exec(stderr());
    if (found) return found[1] ?? found[0];
    await once(child.stderr!, 'data');
  }
};

/** A shop whose mail server and scanner fail and quote what they got; its own systems are not there. */
async function aServer() {
  const cwd = aFolder('canaries');
  const mail = await aQuotingMail(MARA);
  const scanner = await aQuotingScanner();
  neighbours.push(mail, scanner);
  const address = { name: `${firstName} ${lastName}`, lines: [street], city, postcode: '9000' };
  const order = { customer: 'c-1', email: MARA, phone: PHONE, address };
  const paid = [{ kind: 'card' as const, label: card, amount: 8900, reference: PAYMENT }];
  const { storage } = await openDatabase(join(cwd, 'data/front-desk.db'), PEPPER);
  await storage.catalogue.put(aShop(), [
    aProduct({}),
    aCustomer({ id: 'c-1', email: MARA, phone: PHONE, firstName, lastName, address }),
    aCustomer({ id: 'c-2', email: REFUSED }),
    anOrder({ ...order, id: 'placed', number: '1', status: 'placed', payments: paid }),
    anOrder({ ...order, id: 'late', number: '2', status: 'shipped' }),
  ]);
  await storage.close();
  const webhooks = [{ url: 'https://127.0.0.1:1/news', events: ['*'], secret: OUT_SECRET }];
  const shop = { webhookSecret: SECRET, webhooks, payments: { driver: 'sandbox' } };
  const policy = { from: 'fashion', cancel: { undoMinutes: 0 } };
  const smtp = `smtp://desk:${PASSWORD}@127.0.0.1:${mail.port}`;
  const config = aConfig({
    shop: aShopConfig({ ...shop, policy }),
    ...{ pepper: PEPPER, metrics: { port: 0 }, scanner: { url: scanner.url } },
    mail: { from: 'desk@alder.example', smtp, tls: 'optional' },
  });
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(config));
  const server = await startServerProcess([], { cwd });
  running.push(server);
  return { cwd, server, mail, scanner };
}

test('Nothing of anybody’s is in what a server prints or counts, whoever fails and quotes it', async (t) => {
  const { cwd, server, mail, scanner } = await aServer();
  const visitor = visitorOf(server);

  await visitor.post('/identity/challenges', { email: REFUSED });
  const { id } = (await visitor.post('/identity/challenges', { email: MARA })).body;
  const code = plant(/^(\d{6})\r?$/m.exec(await mail.next())![1]!);
  const signedIn = await visitor.post(`/identity/challenges/${id}/answer`, { code });
  assert.equal(signedIn.status, 200);
  visitor.token = plant(signedIn.body.token);
  for (const cookie of visitor.cookies.values()) plant(cookie);

  // what an order is cancelled and reported with; its money is declined
  const cancelled = await confirmed(visitor, '/orders/placed/cancellation', {
    ...{ reason: 'other', note: plant('CanaryWhyCancelled') },
  });
  assert.equal(cancelled.status, 200, cancelled.body.code);
  await visitor.post('/orders/late/reports/quote', { kind: 'late', note: plant('CanaryReport') });

  await sendFiles(visitor);
  await tellOfCustomers(visitor);

  // wherever else a word can stand in a request
  for (const path of ['/orders/', '/orders?cursor=', '/uploads/', '/', '/products?words='])
    await visitor.get(`${path}${plant(`canary-in${path.replaceAll(/\W/g, '-')}`)}`);
  const key = plant('canary-idempotency-key');
  await visitor.post('/conversations', undefined, { key, raw: `{"text": ${plant('CanaryHalf')}` });
  for (const name of ['Authorization', 'User-Agent', 'X-Forwarded-For', 'X-Request-Id', 'Origin'])
    await visitor.get('/session', { headers: { [name]: plant(`canary-${name}`) } });

  for (const event of ['code_sent', 'code_not_sent', 'money_failed', 'webhook_failed'])
    await logged(server, new RegExp(`"event":"${event}"`));

  scanner.fail();
  await sendFiles(visitor);
  // at last the database fails under all of them
  const db = openSqliteBeside(join(cwd, 'data/front-desk.db'));
  for (const table of ['messages', 'uploads', 'customers', 'receipts', 'challenges'])
    db.exec(`alter table ${table} rename to ${table}_gone`);
  db.close();
  await sendFiles(visitor);
  await tellOfCustomers(visitor);
  await visitor.post('/identity/challenges', { email: MARA });
  const address = { name: `${firstName} ${lastName}`, lines: [street], city, country: 'BE' };
  const moved = await visitor.send('PATCH', '/customer', { body: { address } });
  assert.equal(moved.status, 500);

  for (const route of ['createUpload', 'openConversation', 'customersWebhook'])
    await logged(server, new RegExp(`"event":"request_failed","route":"${route}"`));
  const port = await logged(server, /"event":"metrics_served","port":(\d+)/);
  const counts = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  assert.match(counts, /front_desk_request_seconds_count/);
  server.child.kill('SIGTERM');
  await server.ended;

  assert.ok(scanner.received.join().includes('CanaryInside1'), 'no file was scanned');
  const told = server.stdout() + server.stderr() + counts;
  assert.ok(planted.size >= 50);
  t.diagnostic(`${planted.size} canaries, ${server.stderr().split('\n').length - 1} lines of log`);
  assert.deepEqual(wordsIn(planted, told), []);
});

/** As it was quoted. */
async function confirmed(visitor: Visitor, path: string, request: object) {
  const { body } = await visitor.post(`${path}/quote`, request);
  return visitor.post(path, { ...request, quote: body.id });
}
