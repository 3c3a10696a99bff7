import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesOf, linesOf } from './lines.ts';

const line = (id: string, variant: string, quantity = 1) => ({ id, variant, quantity });
const lines = [line('1', 'a'), line('2', 'b'), line('3', 'a')];

describe('Lines for named items', () => {
  test('are the first that have them; an item named twice takes two', () => {
    assert.deepEqual(linesOf(lines, ['b', 'a', 'a']), ['2', '1', '3']);
    assert.deepEqual(linesOf([line('1', 'a', 2)], ['a', 'a']), ['1', '1']);
  });

  test('are asked for by the item’s name where the order has none left', () => {
    assert.deepEqual(linesOf(lines, ['b', 'b', 'c']), ['2', 'b', 'c']);
  });
});

describe('What becomes of lines', () => {
  for (const [what, items, becoming, expected] of [
    ['each its own', ['b', 'a'], ['c', 'd'], ['2>c', '1>d']],
    ['two alike become two others', ['a', 'a'], ['c', 'd'], ['1>c', '3>d']],
    ['one stays what it is', ['b'], ['b'], ['2>b']],
    ['the first of two alike, once it is itself again', ['a', 'a'], ['a', 'c'], ['1>c']],
    ['what was just changed is first', ['a', 'b'], ['b', 'c'], ['1>c']],
    ['one too many is asked for by its name', ['b', 'b'], ['c', 'd'], ['2>c', 'b>d']],
    ['no new item is told', ['b', 'a'], ['c'], ['2>c', '1>undefined']],
    ['no item is told for a new one', ['b'], ['c', 'd'], ['2>c', '>d']],
  ] as [string, string[], string[], string[]][])
    test(what, () => {
      const changes = changesOf(lines, items, becoming);
      assert.deepEqual(
        changes.map(({ line: of, variant }) => `${of}>${variant}`),
        expected,
      );
    });
});
