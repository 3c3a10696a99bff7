import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesIn, changesOf } from '../../../src/console/stores/setting-changes.ts';
import { differenceLine, differencesOf } from '../../../src/domain/settings/differences.ts';

/** As the backend tells it after a save, and as its audit log has it. */
function bothOf(before: unknown, after: unknown) {
  const all = differencesOf(before, after);
  return { told: changesOf(all), line: differenceLine(all) };
}

describe('The audit log’s line of a setting', () => {
  const sly = 'one; two: 3 → 4 "and" ]\\';
  const saves: [what: string, before: unknown, after: unknown][] = [
    ['numbers and what is gone', { radius: 14, accent: '#24523f' }, { radius: 6 }],
    ['fields in fields', { returns: { window: { days: 30 } } }, { returns: { window: {} } }],
    ['words that read like the line itself', { a: sly, b: [sly] }, { a: '', b: [{ c: sly }] }],
    ['names with strokes', { 'a/b~c': 1 }, {}],
    ['all of it', null, { storeCredit: true }],
    ['nothing', { radius: 1 }, { radius: 1 }],
    ['more than is told of one', { lines: ['x'.repeat(400)], last: 1 }, { lines: [], last: 2 }],
  ];
  for (const [what, before, after] of saves)
    test(`is read back: ${what}`, () => {
      const { told, line } = bothOf(before, after);
      assert.deepEqual(changesIn(line), { changes: told, isWhole: true });
    });

  test('that was cut short tells what is left of it', () => {
    const { line } = bothOf({ radius: 14, accent: '#24523f' }, { radius: 6, accent: '#000000' });
    const first = { path: ['radius'], before: '14', after: '6' };
    assert.deepEqual(changesIn(line.slice(0, 20)), { changes: [first], isWhole: false });
    assert.deepEqual(changesIn('nothing of the kind'), { changes: [], isWhole: false });
  });
});
