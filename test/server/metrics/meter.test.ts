import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Mailer } from '../../../src/backend/ports.ts';
import { MailFailure } from '../../../src/server/drivers/mail-failure.ts';
import { createMeter } from '../../../src/server/metrics/meter.ts';
import { scrape } from '../../../src/server/metrics/scrape.ts';
import { listen } from '../../backend/live/events.ts';
import { aCustomerVisitor } from '../../backend/identity/flows.ts';
import { aBackend } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-4182', number: '4182', customer: 'mara', email: MARA }),
];
const mail = { shop: 'alder', to: MARA, subject: '', text: '', html: '' };

describe('the meter', () => {
  test('counts requests by route and status, refusals by code, and streams while they are open', async (t) => {
    const meter = createMeter();
    const desk = await aBackend({ rows, ports: { meter } });
    t.after(() => desk.close());
    const mara = await aCustomerVisitor(desk, MARA);
    await mara.get('/orders/o-4182');
    await mara.get('/orders/o-none');
    await mara.get('/nowhere');
    const stream = await listen(mara);
    const lines = async () => (await meter.registry.text()).split('\n');
    for (const line of [
      'front_desk_request_seconds_count{route="createChallenge",status="202"} 1',
      'front_desk_request_seconds_count{route="getOrder",status="200"} 1',
      'front_desk_request_seconds_count{route="getOrder",status="404"} 1',
      'front_desk_request_seconds_count{route="none",status="404"} 1',
      'front_desk_refusals_total{code="not_found"} 2',
      'front_desk_streams_open 1',
    ])
      assert.ok((await lines()).includes(line), `${line}\n${(await lines()).join('\n')}`);
    await stream.leave();
    assert.ok((await lines()).includes('front_desk_streams_open 0'));
    assert.doesNotMatch(await meter.registry.text(), /4182|o-none|mara|alder/);
  });

  test('counts mails by how they ended, and lets the failure through', async () => {
    const meter = createMeter();
    const ends: (Error | undefined)[] = [
      undefined,
      new MailFailure('unreachable', undefined),
      new MailFailure('unfit', undefined),
      new MailFailure('refused', undefined),
      new Error('boom'),
    ];
    for (const end of ends) {
      const mailer: Mailer = { send: () => (end ? Promise.reject(end) : Promise.resolve()) };
      const sent = meter.mailer(mailer).send(mail);
      await (end ? assert.rejects(sent, end) : sent);
    }
    for (const result of ['sent', 'unreachable', 'unfit', 'refused', 'failed'])
      assert.ok(
        (await meter.registry.text()).includes(`front_desk_mails_total{result="${result}"} 1`),
      );
  });

  test('counts a sign-in that failed for all mails that wait as one, and lets them ask', async () => {
    const meter = createMeter();
    const mailer = { send: async () => undefined, ready: async () => false };
    assert.equal(await meter.mailer(mailer).ready(), false);
    meter.mailFailed(new MailFailure('unfit', undefined));
    assert.match(await meter.registry.text(), /front_desk_mails_total\{result="unfit"\} 1/);
  });

  test('counts the runs of jobs', async () => {
    const meter = createMeter();
    const now = new Date();
    const { signal } = new AbortController();
    await meter.job({ name: 'purge', everyMs: 1, run: async () => 1 }).run(now, signal);
    const broken = meter.job({ name: 'purge', everyMs: 1, run: () => Promise.reject(new Error()) });
    await assert.rejects(broken.run(now, signal));
    for (const result of ['done', 'failed'])
      assert.ok(
        (await meter.registry.text()).includes(
          `front_desk_jobs_total{job="purge",result="${result}"} 1`,
        ),
      );
  });
});

describe('GET /metrics', () => {
  const token = 'a-token-of-at-least-24-characters';
  const asked = async (
    { path = '/metrics', method = 'GET', authorization = '' } = {},
    wanted?: string,
  ) => {
    const headers = authorization ? { Authorization: authorization } : {};
    const request = new Request(`http://localhost${path}`, { method, headers });
    return scrape(createMeter().registry, wanted)(request, '127.0.0.1');
  };

  test('is all there is on its port', async () => {
    const answer = await asked();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('Content-Type')!, /^text\/plain; version=0\.0\.4/);
    assert.equal((await asked({ path: '/v1/desk' })).status, 404);
    assert.equal((await asked({ method: 'POST' })).status, 405);
  });

  test('wants the token where there is one', async () => {
    assert.equal((await asked({}, token)).status, 401);
    assert.equal((await asked({ authorization: `Bearer ${token}x` }, token)).status, 401);
    assert.equal((await asked({ authorization: `Bearer ${token}` }, token)).status, 200);
  });
});
