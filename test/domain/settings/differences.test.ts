import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { differenceLine, differencesOf } from '../../../src/domain/settings/differences.ts';

describe('What a save has changed', () => {
  test('is told field by field, with what was and what is', () => {
    const before = { returns: { window: { days: 30 }, gift: false }, lines: [1] };
    const after = { returns: { window: { days: 45 } }, lines: [1, 2], storeCredit: true };
    assert.deepEqual(differencesOf(before, after), [
      { pointer: '/returns/window/days', before: '30', after: '45' },
      { pointer: '/returns/gift', before: 'false' },
      { pointer: '/lines', before: '[1]', after: '[1,2]' },
      { pointer: '/storeCredit', after: 'true' },
    ]);
  });

  test('is nothing where only the order of fields is another', () => {
    assert.deepEqual(differencesOf([{ a: 1, b: 2 }], [{ b: 2, a: 1 }]), []);
  });

  test('is one line in the audit log', () => {
    const all = differencesOf({ hours: [], first: 60 }, { first: 30 });
    assert.equal(differenceLine(all), 'hours: [] → –; first: 60 → 30');
  });

  test('names fields as JSON pointers do', () => {
    assert.equal(differencesOf({ 'a/b~c': 1 }, {})[0]?.pointer, '/a~1b~0c');
  });
});
