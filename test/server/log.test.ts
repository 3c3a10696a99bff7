import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LogFields } from '../../src/backend/ports.ts';
import { createLog } from '../../src/server/drivers/log.ts';

function logged(act: (log: ReturnType<typeof createLog>) => void): {
  text: string;
  lines: Record<string, unknown>[];
} {
  let text = '';
  act(
    createLog(
      (line) => (text += line),
      () => new Date('2026-11-23T08:12:00Z'),
    ),
  );
  return {
    text,
    lines: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('the log', () => {
  test('is one JSON object a line', () => {
    const { lines } = logged((log) => {
      log.info('started', { port: 4747 });
      log.info('stopped');
    });
    assert.deepEqual(lines, [
      { at: '2026-11-23T08:12:00.000Z', level: 'info', event: 'started', port: 4747 },
      { at: '2026-11-23T08:12:00.000Z', level: 'info', event: 'stopped' },
    ]);
  });

  test('may keep to errors', () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), undefined, { level: 'error' });
    log.info('started');
    log.error('request_failed', new Error('boom'));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /request_failed/);
  });

  test('may be silent', () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), undefined, { level: 'silent' });
    log.error('request_failed', new Error('boom'));
    assert.deepEqual(lines, []);
  });

  for (const [value, passes] of [
    ['alder', true],
    ['getOrderTracking', true],
    ['7c1de0b2-94f0-4f0e-9f5a-1c2b3d4e5f60', true],
    ['mara@kern.eu', false],
    ['Mara Kern', false],
    ['482913', false],
    ['0470/00.41.20', false],
    ['+32470004120', false],
    ['Wc3yS0m8q1LrB7u2zQeX4tN9vKdJ6hGfPaYiOoRlTjE', false],
    ['Größe', false],
    ['rk_live_51HqLyjWDarjtT1', false],
    ['whsec_8f14e45fceea167a', false],
    ['pi_3MtwBwLkdIwHu7ix28a3tqPa', true],
  ] as const)
    test(`a field that says ${value} is ${passes ? 'told' : 'redacted'}`, () => {
      const { lines } = logged((log) => log.info('seen', { what: value }));
      assert.equal(lines[0]!['what'], passes ? value : '[redacted]');
    });

  test('a field it does not know is redacted, whatever it says', () => {
    const fields: Record<string, string | number> = { customer: 'Mara', token: 'short', house: 14 };
    const { lines } = logged((log) => log.info('seen', fields as LogFields));
    const { customer, token, house } = lines[0]!;
    assert.deepEqual([customer, token, house], Array(3).fill('[redacted]'));
  });

  test('tells Postgres’s own codes, of digits alone as well', () => {
    for (const code of ['53300', '57014', '53100', '40001', '3D000']) {
      const { lines } = logged((log) => log.error('a', Object.assign(new Error(), { code })));
      assert.equal((lines[0]!['error'] as { code?: string }).code, code);
    }
  });

  test('of an error that was changed by hand, nothing of the hand is told', () => {
    const error = Object.assign(new Error('482913\n    at Kern (x.ts:1:1)'), {
      name: 'mara@kern.eu',
      code: '482913',
    });
    error.message = 'another';
    const { text } = logged((log) => log.error('a', error));
    assert.doesNotMatch(text, /mara|482913|Kern/);
  });

  test('tells of an error its name, code and place', () => {
    const error = Object.assign(new TypeError('boom'), { code: 'E_BOOM' });
    const { lines } = logged((log) => log.error('job_failed', error, { job: 'purge' }));
    const told = lines[0]!['error'] as { name: string; code: string; at: string[] };
    assert.equal(told.name, 'TypeError');
    assert.equal(told.code, 'E_BOOM');
    assert.match(told.at[0]!, /log\.test\.ts:\d+:\d+/);
    assert.equal(lines[0]!['job'], 'purge');
  });

  test('never tells what an error’s message quotes, however deep', () => {
    const canaries = ['mara@kern.eu', '+32 470 00 41 20', '482913', 'Kammenstraat 14', 'Kern'];
    const { text } = logged((log) => {
      for (const canary of canaries) {
        log.error('a', new Error(`550 ${canary} refused\n    at ${canary}`));
        log.error('b', new Error('outer', { cause: new Error(canary, { cause: canary }) }));
        log.error('c', canary);
      }
    });
    for (const canary of canaries) assert.ok(!text.includes(canary), canary);
  });
});
