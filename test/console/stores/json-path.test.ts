import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { moved, pointerOf, valueAt, withValue } from '../../../src/console/stores/json-path.ts';

const policy = { returns: { allowed: true, window: { from: 'delivery', days: 30 } }, lines: [] };

describe('A field of JSON', () => {
  test('is read by its path, and is nothing where there is none', () => {
    assert.equal(valueAt(policy, ['returns', 'window', 'days']), 30);
    assert.equal(valueAt(policy, ['returns', 'fee', 'amount']), undefined);
    assert.equal(valueAt(policy, ['lines', 'length']), undefined);
  });

  test('is set without touching what was there, and taken away by undefined', () => {
    const set = withValue(policy, ['returns', 'window', 'days'], 45);
    assert.deepEqual(
      [valueAt(set, ['returns', 'window']), policy.returns.window.days],
      [{ from: 'delivery', days: 45 }, 30],
    );
    const gone = withValue(policy, ['returns', 'window'], undefined);
    assert.deepEqual(gone, { returns: { allowed: true }, lines: [] });
    assert.deepEqual(withValue({}, ['cancel', 'allowed'], true), { cancel: { allowed: true } });
  });
});

describe('A list in JSON', () => {
  const rules = { lines: [{ match: { tags: ['a'] } }, { match: {} }, { match: {} }] };

  test('is read and changed by place, and closes over what is taken away', () => {
    assert.deepEqual(valueAt(rules, ['lines', '0', 'match', 'tags']), ['a']);
    const set = withValue(rules, ['lines', '1', 'review'], true);
    assert.deepEqual(set['lines'], [rules.lines[0], { match: {}, review: true }, rules.lines[2]]);
    assert.deepEqual(withValue(set, ['lines', '0'], undefined)['lines'], [
      { match: {}, review: true },
      { match: {} },
    ]);
    assert.deepEqual(withValue({ lines: [] }, ['lines', '0'], { match: {} }), {
      lines: [{ match: {} }],
    });
  });

  test('is brought into another order, and not beyond its ends', () => {
    assert.deepEqual(moved(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
    assert.deepEqual(moved(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
    assert.deepEqual(moved(['a', 'b'], 1, 2), ['a', 'b']);
    assert.deepEqual(moved(undefined, 0, 1), []);
  });

  test('a pointer says what is in a name as JSON Pointer does', () => {
    assert.equal(pointerOf(['lines', '0', 'a/b~c']), '/lines/0/a~1b~0c');
  });
});
