import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { BackendPorts } from '../../src/backend/ports.ts';
import { createBuiltinPlatform } from '../../src/backend/platforms/builtin/builtin.ts';
import { Unavailable } from '../../src/backend/services/unavailable.ts';
import { broken } from '../../src/server/cli/broken.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { createSmtpMailer } from '../../src/server/drivers/smtp.ts';
import { aCustomerVisitor, aGuestVisitor } from '../backend/identity/flows.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';

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

  const lines = told.trim().split('\n');
  const events = new Set(lines.map((line) => (JSON.parse(line) as { event: string }).event));
  for (const event of ['code_sent', 'code_not_sent', 'refresh_token_reused', 'request_failed'])
    assert.ok(events.has(event), `${event} was not logged: this test proves nothing`);
  assert.match(told, /"name":"MailFailure","code":"refused"/);
  t.diagnostic(`${planted.size} canaries, ${lines.length} lines`);
  assert.ok(planted.size >= 50);
  const found = [...planted].filter(
    (canary) => told.includes(canary) || lastWords.includes(canary),
  );
  assert.deepEqual(found, []);
});
