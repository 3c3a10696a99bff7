import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { BackendPorts } from '../../src/backend/ports.ts';
import { createBuiltinPlatform } from '../../src/backend/platforms/builtin/builtin.ts';
import { codeOf, stepAt } from '../../src/backend/services/totp.ts';
import { Unavailable } from '../../src/backend/services/unavailable.ts';
import { createWebhookSender } from '../../src/backend/services/webhook-sender.ts';
import { broken } from '../../src/server/cli/broken.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { createSmtpMailer } from '../../src/server/drivers/smtp.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from '../backend/identity/flows.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../builders/backend.ts';
import { aConsole, addStaff, CONSOLE, linkToken } from '../builders/colleague.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import { anEndpoint } from '../builders/shop.ts';
import { wordsIn } from './canary-search.ts';

const people = Array.from({ length: 10 }, (_, n) => ({
  id: `c-${n}`,
  number: `418${n}`,
  email: `canary${n}@nest${n}.example`,
  phone: `+3247099900${n}`,
  firstName: `Serin${n}`,
  street: `Volière ${n}90`,
}));
type Person = (typeof people)[number];

const rows = people.flatMap(({ id, number, email, phone, firstName, street }) => {
  const address = { name: `${firstName} Finch`, lines: [street], city: 'Ghent', postcode: '9000' };
  return [
    aCustomer({ id, email, phone, address, firstName }),
    anOrder({
      ...{ id: `o-${id}`, number, customer: id, email, phone, address },
      shipments: [aShipment({ number: `3S${id}` })],
    }),
  ];
});

let told = '';
const log = createLog((line) => (told += line));
const planted = new Set(
  people.flatMap(({ email, phone, firstName, street }) => [email, phone, firstName, street]),
);
const plant = (visitor: { token: string | undefined; cookies: Map<string, string> }) => {
  for (const secret of [visitor.token, ...visitor.cookies.values()])
    if (secret !== undefined) planted.add(secret);
};

const foundIn = (text: string): string[] => wordsIn(planted, text);
const wasTold = (...events: string[]) => {
  for (const event of events)
    assert.ok(told.includes(`"event":"${event}"`), `${event} was not logged: this proves nothing`);
};

/** A real server that says no, and quotes whom it says it of. */
const grump = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(Object.assign(new Error(`${address} (${[...planted].join(' ')})`), { responseCode: 550 })),
});
grump.on('error', () => undefined);
after(() => grump.close());

/** As engines fail: the statement with its values, a cause, a code; frames that are none. */
const quoting = (name: string) =>
  new Error(
    `${name} failed: values ('${[...planted].join("','")}')\n    at ${people[0]!.firstName} (${people[0]!.street}:1:1)`,
    { cause: Object.assign(new Error([...planted].join('\n')), { code: people[0]!.email }) },
  );

/** A store or a platform of which each act fails, and quotes what it was given. */
const failing = <Port extends object>(port: Port, name: string): Port =>
  new Proxy(port, {
    get: (target, key) =>
      typeof Reflect.get(target, key) === 'function'
        ? () => Promise.reject(quoting(name))
        : Reflect.get(target, key),
  });

async function visit(desk: BackendUnderTest, { email, phone, number }: Person): Promise<void> {
  const customer = await aCustomerVisitor(desk, email);
  plant(customer);
  planted.add(/^\d{6}$/m.exec(desk.mails.findLast(({ to }) => to === email)!.text)![0]);
  assert.equal((await customer.get('/orders')).status, 200);
  const thief = desk.visitor();
  for (const [name, value] of customer.cookies) thief.cookies.set(name, value);
  await customer.refresh();
  plant(customer);
  desk.clock.pass(31);
  await thief.refresh();
  const guest = await aGuestVisitor(desk, number, email);
  plant(guest);
  await desk.visitor().post('/identity/lookups', { number, phone });
}

test('Planted e-mails, phones, names, streets, codes and tokens are nowhere in what is logged', async (t) => {
  grump.listen(0, '127.0.0.1');
  await once(grump.server, 'listening');
  const { port } = grump.server.address() as AddressInfo;
  const mailer = createSmtpMailer({
    url: `smtp://127.0.0.1:${port}`,
    tls: 'optional',
    from: () => 'desk@alder.example',
  });
  after(() => mailer.close());

  const desk = await aBackend({ rows, ports: { log } });
  // each from an address of their own: limits are not what is tried here
  for (const person of people) {
    await visit(desk, person);
    desk.clock.pass(3_600);
  }
  const asNobody = (under: BackendUnderTest, email: string) =>
    under.visitor().post('/identity/challenges', { email });
  const { email, number } = people[0]!;

  const unsent = await aBackend({ rows, ports: { log, mailer } });
  await asNobody(unsent, email);
  await unsent.backend.settled();

  const worlds: Partial<BackendPorts>[] = [
    { storage: { ...desk.storage, catalogue: failing(desk.storage.catalogue, 'catalogue') } },
    { storage: { ...desk.storage, challenges: failing(desk.storage.challenges, 'challenges') } },
    { storage: { ...desk.storage, sessions: failing(desk.storage.sessions, 'sessions') } },
    { platform: failing(createBuiltinPlatform(desk.storage), 'platform') },
    {
      platform: {
        ...createBuiltinPlatform(desk.storage),
        findOrder: () => Promise.reject(new Unavailable(5, quoting('platform'))),
      },
    },
  ];
  for (const ports of worlds) {
    const broke = await aBackend({ rows, ports: { log, ...ports } });
    await asNobody(broke, email);
    await broke.visitor().post('/identity/lookups', { number, email });
    await broke.visitor({ token: [...planted].at(-1)! }).get('/orders');
    await broke.backend.settled();
    await broke.backend.close();
  }
  const lastWords = broken(quoting('start'));
  await Promise.all([desk.close(), unsent.close()]);

  wasTold('code_sent', 'code_not_sent', 'refresh_token_reused', 'request_failed');
  assert.match(told, /"name":"MailFailure","code":"refused"/);
  t.diagnostic(`${planted.size} canaries, ${told.split('\n').length - 1} lines`);
  assert.ok(planted.size >= 50);
  assert.deepEqual(foundIn(told + lastWords), []);
});

/** Signs in with a link and an app, and plants all that opens the door. */
async function clockIn(desk: BackendUnderTest, email: string): Promise<void> {
  await addStaff(desk, { email, name: 'Josefien' });
  const page = aConsole(desk);
  await page.post('/staff/links', { email });
  const token = await linkToken(desk, email);
  const { secret } = (await page.post('/staff/session', { token })).body as { secret?: unknown };
  const code = await codeOf(String(secret), stepAt(desk.clock.now));
  await page.post('/staff/session/code', { code: '000000' });
  const { kind, recoveryCodes } = (await page.post('/staff/session/code', { code })).body;
  assert.equal(kind, 'staff');
  plant(page);
  const recovery = recoveryCodes as string[];
  for (const each of [email, 'Josefien', token, String(secret), code, ...recovery])
    planted.add(each);
}

test('Nor is what is said in a chat, what staff sign in with or what a webhook carries', async () => {
  told = '';
  const shop = { webhooks: [anEndpoint()] };
  const ports = { log, consoleAddress: () => CONSOLE };
  const desk = await aBackend({ rows, shop, ports });
  const [JO, text] = ['jocanary@alder.example', 'Quince marmalade over all 61 parcels'];
  planted.add(text).add(anEndpoint().secret);
  await clockIn(desk, JO);
  const customer = await aCustomerVisitor(desk, people[0]!.email);
  plant(customer);
  const { id } = (await customer.post('/conversations', {})).body;
  const say = (by: Visitor, client: string) =>
    by.post(`/conversations/${id}/messages`, { client, text }, { key: null });
  assert.equal((await say(customer, 'the-first-words')).status, 200);

  const { conversations, outbox, staff } = desk.storage;
  const broke = await aBackend({
    ...{ rows, shop },
    ports: {
      ...ports,
      storage: {
        ...desk.storage,
        conversations: failing(conversations, text),
        staff: failing(staff, JO),
      },
    },
  });
  assert.equal((await say(broke.visitor({ token: customer.token! }), 'more-words')).status, 500);
  broke.clock.pass(3_600);
  await aConsole(broke).post('/staff/links', { email: JO });
  await broke.backend.settled();
  await broke.backend.close();

  const bodies: string[] = [];
  const quotesTheBody = async (_url: string, { body }: { body: Uint8Array }): Promise<Response> => {
    bodies.push(new TextDecoder().decode(body));
    throw new Error(bodies.at(-1));
  };
  const { catalogue } = desk.storage;
  await catalogue.put(desk.shop, [aCustomer({ id: 'c-0', firstName: 'Serin0b' })], desk.clock.now);
  for (const claim of [outbox.claim, () => Promise.reject(quoting('outbox'))]) {
    const sender = createWebhookSender({
      ...{ outbox: { ...outbox, claim }, shops: shopsOf([desk.shop]), log },
      ...{ fetchFor: () => quotesTheBody as typeof fetch, clock: () => desk.clock.now },
    });
    await sender.run(desk.clock.now);
    await sender.stop();
    desk.clock.pass(86_400);
  }
  await desk.close();
  assert.ok(bodies.length > 0 && foundIn(bodies.join()).length > 0, 'no webhook carried a canary');
  wasTold('staff_link_sent', 'staff_link_not_sent', 'request_failed');
  wasTold('webhook_failed', 'webhook_lane_failed');
  assert.deepEqual(foundIn(told), []);
});
