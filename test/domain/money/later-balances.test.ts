import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addedTo } from '../../../src/domain/money/later-balances.ts';

const entry = (amount: number, receipt = 'r-1') => ({ receipt, amount });
const move = (method: string, amount: number, receipt = 'r-1') => ({ receipt, method, amount });
const added = (...of: Parameters<typeof addedTo>) => Object.fromEntries(addedTo(...of));

describe('What was booked of gift cards', () => {
  test('is less on the card that paid, and more on the one that was given back', () => {
    assert.deepEqual(added([entry(500)], [move('a', -500)]), { a: -500 });
    assert.deepEqual(added([entry(-500)], [move('a', 500)]), { a: 500 });
  });

  test('is of each card its own part, of two equal ones as well', () => {
    const moves = [move('a', 300), move('b', 200), move('c', 300)];
    assert.deepEqual(added([entry(-200), entry(-300), entry(-300)], moves), {
      ...{ a: 300, b: 200, c: 300 },
    });
  });

  test('comes to nothing once it was taken back, and to the opposite where that alone is later', () => {
    const moves = [move('a', -500)];
    assert.deepEqual(added([entry(500), entry(-500)], moves), { a: 0 });
    assert.deepEqual(added([entry(-500)], moves), { a: 500 });
  });

  test('is of no card where no move of that receipt tells', () => {
    assert.deepEqual(added([entry(500, 'r-2')], [move('a', -500)]), {});
    assert.deepEqual(added([entry(400)], [move('a', -500)]), {});
  });
});
