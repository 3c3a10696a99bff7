import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutboxStore } from '../../../src/backend/ports.ts';
import { createLog } from '../../../src/server/drivers/log.ts';
import { measureOutbox } from '../../../src/server/metrics/outbox-facts.ts';
import { createRegistry } from '../../../src/server/metrics/registry.ts';

type Backlog = OutboxStore['backlog'];

function aRegistry(backlog: Backlog, patience?: number) {
  const registry = createRegistry();
  const lines: string[] = [];
  measureOutbox(registry, {
    outbox: { backlog },
    clock: () => new Date('2026-11-23T09:00:00.000Z'),
    log: createLog((line) => void lines.push(line)),
    ...(patience !== undefined && { patience }),
  });
  registry.facts('gauge', 'others', 'Others', () => [[1]]);
  return { registry, lines };
}
const valuesOf = (text: string) => text.split('\n').filter((line) => line && line[0] !== '#');

describe('what the shop’s own systems have not been told', () => {
  test('is told by one look a reading', async () => {
    let looks = 0;
    const { registry } = aRegistry(async () => {
      looks += 1;
      return { waiting: 3, since: '2026-11-23T08:59:30.000Z', dead: looks };
    });
    await registry.text();
    assert.deepEqual(valuesOf(await registry.text()), [
      'front_desk_webhooks{state="waiting"} 3',
      'front_desk_webhooks{state="dead"} 2',
      'front_desk_webhooks_oldest_seconds 30',
      'others 1',
    ]);
  });

  test('is of no age where nothing waits', async () => {
    const { registry } = aRegistry(async () => ({ waiting: 0, dead: 0 }));
    assert.match(await registry.text(), /^front_desk_webhooks_oldest_seconds 0$/m);
  });

  const cases: [what: string, backlog: Backlog][] = [
    ['fails', () => Promise.reject(new Error('gone'))],
    ['does not answer', () => new Promise(() => undefined)],
  ];
  for (const [what, backlog] of cases)
    test(`is left out while the database ${what}, and all else is told`, async () => {
      const { registry, lines } = aRegistry(backlog, 1);
      assert.deepEqual(valuesOf(await registry.text()), ['others 1']);
      assert.equal(lines.length, 1);
      assert.match(lines[0]!, /"event":"backlog_not_counted"/);
    });

  test('is not asked for again while the database owes an answer, and is once it came', async () => {
    const answers: ((backlog: Awaited<ReturnType<Backlog>>) => void)[] = [];
    const { registry } = aRegistry(() => new Promise((resolve) => answers.push(resolve)), 1);
    for (let reading = 1; reading <= 3; reading += 1)
      assert.deepEqual(valuesOf(await registry.text()), ['others 1']);
    assert.equal(answers.length, 1);
    answers[0]!({ waiting: 0, dead: 0 });
    await new Promise((resolve) => setImmediate(resolve));
    await registry.text();
    assert.equal(answers.length, 2);
  });
});
