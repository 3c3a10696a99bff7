import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  webhookEvents,
  webhookEventSchema,
  type WebhookEvent,
} from '../src/contract/webhook-events.ts';
import { answerWithin, keptFor, retryDelays } from '../src/domain/news/outbox.ts';

const page = readFileSync(new URL('../docs/webhooks.md', import.meta.url), 'utf8');
const DAY = 86_400;

test('docs/webhooks.md lists every event as the contract has it', () => {
  const listed = [...page.matchAll(/^\| `([a-z_]+\.[a-z_]+)` \| (.+?) \| (.+?) \|$/gm)].map(
    ([, name, when, data]) => [name, when, data],
  );
  assert.deepEqual(
    listed,
    Object.entries(webhookEvents).map(([name, { when, data }]) => [
      name,
      when,
      Object.keys(data.shape)
        .map((field) => `\`${field}\``)
        .join(', '),
    ]),
  );
});

test('docs/webhooks.md shows a body that the contract allows', () => {
  const [, body = ''] = /```http\n[^]*?\n\n([^]*?)```/.exec(page)!;
  const event = JSON.parse(body) as WebhookEvent;
  assert.deepEqual(webhookEventSchema(event.type).strict().parse(event), event);
});

test('docs/webhooks.md tells the schedule as it is', () => {
  const seconds = { second: 1, minute: 60, hour: 3600 };
  const told = [...page.matchAll(/^\| (\d+) \| (\d+) (second|minute|hour)s? \|$/gm)].map(
    ([, attempt, count, unit]) => [
      Number(attempt),
      Number(count) * seconds[unit as keyof typeof seconds],
    ],
  );
  assert.deepEqual(
    told,
    retryDelays.map((delay, nth) => [nth + 2, delay]),
  );
  assert.match(page, new RegExp(`within ${answerWithin} seconds`));
  assert.match(
    page,
    new RegExp(`kept for ${keptFor.delivered / DAY} days, dead ones for\\s+${keptFor.dead / DAY}`),
  );
});

test('docs/webhooks.md checks a signature by code that works', async () => {
  const [, code = ''] = /```js\n([^]*?)```/.exec(page)!;
  const { isFromFrontDesk } = (await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )) as { isFromFrontDesk(secret: string, header: string, body: string, now: number): boolean };
  const [secret, body, at] = ['s'.repeat(32), '{"text":"Mütze"}', 1_795_683_120];
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  const header = `t=${at},v1=${signature}`;
  const check = (given: string, text = body, later = 0, key = secret) =>
    isFromFrontDesk(key, given, text, (at + later) * 1000);
  assert.equal(check(header), true);
  assert.equal(check(header, body, 299), true);
  assert.equal(check(header, body, 301), false);
  assert.equal(check(header, `${body} `), false);
  assert.equal(check(header, body, 0, 'another'), false);
  for (const wrong of ['', 'v1=', `t=${at}`, `t=${at + 1},v1=${signature}`, `t=${at},v1=zz`])
    assert.equal(check(wrong), false, wrong);
});
