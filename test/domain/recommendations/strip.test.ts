import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createContent } from '../../../src/domain/recommendations/content.ts';
import { fused, keptOf } from '../../../src/domain/recommendations/fusion.ts';
import { historyOf } from '../../../src/domain/recommendations/history.ts';
import { popularOf } from '../../../src/domain/recommendations/popular.ts';
import { learn } from '../../../src/domain/recommendations/ranking.ts';
import { reasonOf } from '../../../src/domain/recommendations/reasons.ts';
import { stripOf } from '../../../src/domain/recommendations/strip.ts';

describe('A strip', () => {
  const choices = ['coat', 'coat', 'coat', 'hat', undefined, 'scarf'].map((category, item) => ({
    item,
    category,
  }));

  for (const [why, rules, shown] of [
    ['mixes categories', { most: 4, least: 1, together: 2 }, [0, 1, 3, 4]],
    ['fills up with the rest', { most: 6, least: 1, together: 1 }, [0, 3, 4, 5, 1, 2]],
    ['hides with too few', { most: 12, least: 7, together: 2 }, []],
  ] as const)
    test(why, () => assert.deepEqual(stripOf(choices, rules), shown));
});

describe('One order out of several', () => {
  test('puts first what both lists say', () => {
    assert.equal(
      fused([
        { items: [1, 2, 3], worth: 1 },
        { items: [4, 2], worth: 1 },
      ])[0],
      2,
    );
  });

  test('counts returns against an item, one of them little', () => {
    const kept = (item: number) => keptOf(100, item === 1 ? 60 : 1);
    assert.deepEqual(fused([{ items: [1, 2], worth: 1 }], kept), [2, 1]);
    assert.ok(keptOf(1, 1) > 0.85 && keptOf(0, 40) === 0);
  });
});

test('What sells of late is popular, not what sold long ago', () => {
  const old = Array.from({ length: 500 }, () => [1]);
  const late = Array.from({ length: 20 }, () => [2, 3]);
  assert.deepEqual(popularOf(historyOf([...old, ...late, [2]]), 2), [2, 3]);
  assert.deepEqual(popularOf(historyOf([]), 5), []);
});

test('A new product is found by what is said of it', () => {
  const alike = createContent([
    { text: 'Red velvet cushion', price: 2000 },
    { text: 'Cushions of velvet, blue', price: 2200 },
    { text: 'Red garden hose', price: 3000 },
    { text: 'Teapot' },
  ]);
  assert.deepEqual(alike(0, 5), [1, 2]);
  assert.deepEqual(
    alike(0, 5, (item) => item === 1),
    [2],
  );
  assert.deepEqual([alike(3, 5), alike(99, 5)], [[], []]);
});

describe('The reason', () => {
  const { past } = learn(historyOf([[0, 1], [0, 1], [1, 2], [3]]), 'baskets');
  for (const [why, context, item, reason] of [
    ['names what it was bought with', [3, 0], 1, { code: 'bought_together', seed: 0 }],
    ['names the latest where they were never together', [3, 0], 2, { code: 'similar', seed: 0 }],
    ['says popular where nothing led there', [], 2, { code: 'popular' }],
  ] as const)
    test(why, () => assert.deepEqual(reasonOf(past, 'baskets', context, item), reason));
});
