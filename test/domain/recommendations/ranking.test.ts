import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDice } from '../../../src/domain/recommendations/dice.ts';
import { append, historyOf } from '../../../src/domain/recommendations/history.ts';
import { createRanking, learn } from '../../../src/domain/recommendations/ranking.ts';

/** Visits to ten shelves of six items each: from an item to the next of its shelf, mostly. */
function aPast(lists: number): number[][] {
  const dice = createDice(5);
  return Array.from({ length: lists }, () => {
    const shelf = Math.floor(dice() * 10) * 6;
    const from = Math.floor(dice() * 6);
    return Array.from({ length: 4 }, (_, step) =>
      dice() < 0.9 ? shelf + ((from + step) % 6) : Math.floor(dice() * 60),
    );
  });
}

describe('A ranking', () => {
  const learned = learn(historyOf(aPast(1500)), 'visits');
  const rank = createRanking(learned);
  const best = (context: number[], not?: (item: number) => boolean) =>
    rank({ context, ...(not && { not }) }).map(({ item }) => item);

  test('puts first what mostly comes next', () => {
    for (const item of [0, 7, 20, 58])
      assert.equal(best([item])[0], item % 6 === 5 ? item - 5 : item + 1);
  });

  test('has learned trees, and to the bit the same when it learns again', () => {
    assert.ok(learned.forest.roots.length > 0);
    assert.deepEqual(learn(historyOf(aPast(1500)), 'visits'), learned);
  });

  test('keeps what must not be shown out, however well it fits', () => {
    assert.ok(best([7]).includes(8));
    assert.ok(!best([7], (item) => item === 8).includes(8));
  });

  test('is the same after a copy to another process', () => {
    assert.deepEqual(
      createRanking(structuredClone(learned))({ context: [1, 2] }),
      rank({ context: [1, 2] }),
    );
  });

  test('counts at once what is appended, new items too', () => {
    const { past, ...rest } = structuredClone(learned);
    const later = createRanking({ past, ...rest });
    later({ context: [3] });
    for (let time = 0; time < 20; time++) append(past.history, [3, 60]);
    const items = later({ context: [3] }).map(({ item }) => item);
    assert.ok(items.slice(0, 5).includes(60), `${items}`);
    assert.ok(later({ context: [60] }).some(({ item }) => item === 3));
  });
});

describe('With little past', () => {
  for (const lists of [[], [[0]], [[0, 1]], [[0, 1, 1], [], [2]], aPast(12)])
    for (const kind of ['visits', 'baskets'] as const)
      test(`${lists.length} ${kind} are no fault`, () => {
        const rank = createRanking(learn(historyOf(lists), kind));
        for (const context of [[], [0], [1, 0], [99]]) {
          const ranked = rank({ context, not: (item) => context.includes(item) });
          assert.ok(ranked.every(({ score }) => Number.isFinite(score)));
          assert.equal(new Set(ranked.map(({ item }) => item)).size, ranked.length);
        }
      });

  test('what was had together once is found', () => {
    const rank = createRanking(
      learn(
        historyOf([
          [0, 1],
          [2, 3],
        ]),
        'baskets',
      ),
    );
    assert.equal(rank({ context: [2], not: (item) => item === 2 })[0]?.item, 3);
  });
});
