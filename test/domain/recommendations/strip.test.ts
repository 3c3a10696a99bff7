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
    name: `${item}`,
    category,
  }));

  for (const [why, rules, shown] of [
    ['mixes categories', { most: 4, least: 1, together: 2 }, [0, 1, 3, 4]],
    ['fills up with the rest', { most: 6, least: 1, together: 1 }, [0, 3, 4, 5, 1, 2]],
    ['hides with too few', { most: 12, least: 7, together: 2 }, []],
  ] as const)
    test(why, () => assert.deepEqual(stripOf(choices, rules), shown));

  test('shows no more than two of what differs by a colour while there are others', () => {
    const names = ['Alarm clock red', 'Alarm clock green', 'Alarm clock blue', 'Teapot', 'Tea tin'];
    const clocks = names.map((name, item) => ({ item, name, category: undefined }));
    assert.deepEqual(stripOf(clocks, { most: 5, least: 1, together: 3 }), [0, 1, 3, 4, 2]);
  });
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

test('A new product is found by what is said of it, not by a word alone', () => {
  const alike = createContent([
    { text: 'Red velvet cushion', price: 2000 },
    { text: 'Velvet cushions, blue', price: 2200 },
    { text: 'Velvet cushion, green', price: 2600 },
    { text: 'Red garden hose', price: 3000 },
    { text: 'Teapot' },
  ]);
  assert.deepEqual(alike(0, 5).toSorted(), [1, 2]);
  assert.deepEqual(
    alike(0, 5, (item) => item === 2),
    [1],
  );
  assert.deepEqual([alike(4, 5), alike(99, 5)], [[], []]);
});

describe('The reason', () => {
  const baskets = [[0, 1], [0, 1], [1, 2], [3], [3], [4], [5]];
  const { past } = learn(historyOf(baskets), 'baskets');
  for (const [why, context, item, reason] of [
    ['names what it was bought with', [3, 0], 1, { code: 'bought_together', seed: 0 }],
    ['is not one basket', [3, 1], 2, undefined],
    ['is not what it was never bought with', [3, 4], 2, undefined],
  ] as const)
    test(why, () => assert.deepEqual(reasonOf(past, 'baskets', context, item), reason));

  test('is not what long baskets alone hold', () => {
    const long = Array.from({ length: 60 }, (_, nth) => nth);
    const traders = learn(historyOf([long, long, [60], [61]]), 'baskets').past;
    assert.equal(reasonOf(traders, 'baskets', [0], 1), undefined);
  });

  test('is not what is bought with everything', () => {
    const each = Array.from({ length: 40 }, (_, nth) => [0, 1 + (nth % 20)]);
    const often = learn(historyOf([...each, [1, 2], [1, 2]]), 'baskets').past;
    assert.equal(reasonOf(often, 'baskets', [0], 1), undefined);
    assert.deepEqual(reasonOf(often, 'baskets', [0, 2], 1), { code: 'bought_together', seed: 2 });
  });
});
