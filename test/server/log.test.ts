import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
    const log = createLog((line) => lines.push(line), undefined, { onlyErrors: true });
    log.info('started');
    log.error('request_failed', new Error('boom'));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /request_failed/);
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
