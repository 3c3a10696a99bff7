import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { historyOf, listsOf } from '../../../src/domain/recommendations/history.ts';

const pasts = fc.array(fc.array(fc.nat(9), { maxLength: 6 }), { maxLength: 400 });

test('A history gives its lists back, and of each item every event, the latest first', () => {
  fc.assert(
    fc.property(pasts, (lists) => {
      const history = historyOf(lists);
      assert.deepEqual(
        [...listsOf(history)].map((list) => [...list]),
        lists,
      );
      const events = lists.flat();
      for (let item = 0; item < history.items; item++) {
        const found: number[] = [];
        for (let at = history.latest[item]!; at >= 0; at = history.earlier[at]!) found.push(at);
        const wanted = events.flatMap((one, at) => (one === item ? at : [])).reverse();
        assert.deepEqual(found, wanted);
        assert.equal(history.count[item], wanted.length);
      }
    }),
    { numRuns: 50 },
  );
});
