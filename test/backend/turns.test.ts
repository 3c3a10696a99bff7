import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurns } from '../../src/backend/services/turns.ts';

const same = (name: string) => name;

test('Whoever has had no turn comes first, then whoever had one longest ago', () => {
  const turns = createTurns();
  assert.deepEqual(turns.order(['a', 'b', 'c'], same), ['a', 'b', 'c']);
  for (const name of ['b', 'a']) turns.take(name);
  assert.deepEqual(turns.order(['a', 'b', 'c'], same), ['c', 'b', 'a']);
  turns.take('b');
  assert.deepEqual(turns.order(['a', 'b', 'd', 'c'], same), ['d', 'c', 'a', 'b']);
});

test('Whoever does not wait any more is forgotten', () => {
  const turns = createTurns();
  turns.order(['a', 'b'], same);
  turns.take('a');
  turns.order(['b'], same);
  turns.take('b');
  assert.deepEqual(turns.order(['b', 'a'], same), ['a', 'b']);
});
