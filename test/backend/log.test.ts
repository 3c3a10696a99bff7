import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from '../../src/backend/ports.ts';
import { aBackend } from '../builders/backend.ts';
import { aCustomer, anOrder, aShipment } from '../builders/rows.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';
import { signed } from './live/signed.ts';

const MARA = 'canary-mail@kern.example';
const PHONE = '+32470999111';
const address = {
  name: 'Canary Name',
  lines: ['Canary Street 50'],
  city: 'Canaryville',
  postcode: '99111',
};
const rows = [
  aCustomer({ ...{ id: 'c-1', email: MARA, phone: PHONE, address }, firstName: 'Canarina' }),
  anOrder({
    ...{ id: 'o-1', number: '4182', customer: 'c-1', email: MARA, phone: PHONE, address },
    shipments: [aShipment({ number: '3SCANARY' })],
  }),
];

test('Nothing personal is logged: no e-mail, phone, name, address, code or token', async () => {
  const fields: Record<string, unknown>[] = [];
  const log: Log = {
    info: (event, told) => void fields.push({ event, ...told }),
    error: (event, _error, told) => void fields.push({ event, ...told }),
  };
  let isBroken = false;
  const failing = { send: () => Promise.reject(new Error('the mail server is gone')) };
  const codes: string[] = [];
  const desk = await aBackend({
    rows,
    ports: {
      log,
      mailer: {
        async send(mail) {
          codes.push(/^\d{6}$/m.exec(mail.text)![0]);
          desk.mails.push(mail);
          if (isBroken) await failing.send();
        },
      },
    },
  });
  const secrets: string[] = [];
  const keep = (...given: (string | undefined)[]) =>
    secrets.push(...given.filter((one) => one !== undefined));

  // everything that logs, and everything that might
  const mara = await aCustomerVisitor(desk, MARA);
  keep(mara.token, ...mara.cookies.values());
  const guest = await aGuestVisitor(desk, '4182', MARA);
  keep(guest.token, ...guest.cookies.values());
  const thief = desk.visitor();
  for (const [name, value] of mara.cookies) thief.cookies.set(name, value);
  await mara.refresh();
  keep(mara.token, ...mara.cookies.values());
  desk.clock.pass(31);
  await thief.refresh();
  isBroken = true;
  await desk.visitor().post('/identity/challenges', { email: MARA }, { key: 'canary-key-1' });
  await desk.backend.settled();
  await desk.visitor().post('/identity/lookups', { number: '4182', phone: PHONE });
  const event = { at: '2026-11-23T08:30:00Z', status: 'in_transit', text: 'Canary news' };
  const news = signed(desk, { number: '3SCANARY', events: [event] });
  await desk.visitor({ origin: null }).send('POST', '/webhooks/tracking', news);
  const { catalogue } = desk.storage;
  const broken = await aBackend({
    ports: {
      log,
      storage: {
        ...desk.storage,
        catalogue: {
          ...catalogue,
          findOrder: () => Promise.reject(new Error(`no such row: ${MARA}`)),
        },
      },
    },
  });
  await broken.visitor().post('/identity/lookups', { number: '4182', email: MARA });
  await broken.backend.close();
  await desk.close();

  const events = new Set(fields.map(({ event: name }) => name));
  for (const name of ['code_sent', 'refresh_token_reused', 'code_not_sent', 'request_failed'])
    assert.ok(events.has(name), `${name} was not logged: this test proves nothing`);
  const text = JSON.stringify(fields);
  const canaries = [
    ...[MARA, PHONE, '470999111', 'canary-key-1', '3SCANARY', 'Canary news'],
    ...['Canarina', 'Canary Name', 'Canary Street', 'Canaryville', '99111'],
    ...[...codes, ...secrets, '192.0.2.1', desk.shop.webhookSecret],
  ];
  assert.ok(canaries.length >= 17);
  for (const canary of canaries) assert.ok(!text.includes(canary), canary);
});
