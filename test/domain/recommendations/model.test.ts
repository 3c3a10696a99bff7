import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { packed, unpacked } from '../../../src/backend/services/model-file.ts';
import { likeIn } from '../../../src/domain/recommendations/alike.ts';
import { historyOf } from '../../../src/domain/recommendations/history.ts';
import {
  buildModel,
  listsFrom,
  recallModel,
  shortened,
} from '../../../src/domain/recommendations/model.ts';
import { createVisits } from '../../../src/domain/recommendations/visits.ts';

const model = buildModel({
  products: [
    { text: 'Tea in leaves, green', price: 500 },
    { text: 'Tea in leaves, black', price: 600 },
    { text: 'Mug' },
    { text: 'Tea in leaves, white', price: 550 },
  ],
  baskets: listsFrom(historyOf(Array.from({ length: 40 }, (_, nth) => [nth % 2, 2]))),
  owners: Int32Array.from({ length: 40 }, (_, nth) => (nth % 2 ? nth : (nth / 2) % 5)),
  visits: listsFrom(historyOf([[0, 1, 2], [2]])),
  returned: Int32Array.of(0, 9, 0, 0),
});

describe('A model', () => {
  test('is kept as bytes, and counts the rest again', () => {
    const kept = { products: ['a', 'b', 'c'], sequence: 7, model: shortened(model) };
    const found = unpacked(packed(kept));
    assert.deepEqual(found, kept);
    assert.ok(found);
    const { baskets, visits, ...facts } = recallModel(found.model);
    assert.deepEqual(facts, { alike: model.alike, kept: model.kept, again: model.again });
    for (const [one, other] of [
      [baskets, model.baskets],
      [visits, model.visits],
    ] as const) {
      assert.deepEqual(one.past.cosines, other.past.cosines);
      assert.deepEqual(one.forest, other.forest);
    }
  });

  test('knows what is bought again and again, and what comes back', () => {
    assert.deepEqual([...model.again], [1, 0, 0]);
    assert.ok(model.kept[1]! < model.kept[0]!);
  });

  test('knows what is like what nobody had yet', () => {
    assert.deepEqual([...likeIn(model.alike, 3)].toSorted(), [0, 1]);
    assert.deepEqual([...likeIn(model.alike, 0)], [3]);
  });
});

describe('Visits', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

  test('end with a pause, each shopper’s for itself', () => {
    const { take, open } = createVisits();
    const tell = (who: string, product: string, minute: number) =>
      take({ who, product, at: at(minute) });
    assert.deepEqual(tell('ann', 'a', 0), []);
    assert.deepEqual(tell('bo', 'x', 10), []);
    assert.deepEqual(tell('ann', 'b', 20), []);
    assert.deepEqual(tell('ann', 'b', 21), []);
    assert.deepEqual(tell('bo', 'y', 45), [['x']]);
    assert.deepEqual(tell('cy', 'z', 200), [['a', 'b'], ['y']]);
    assert.deepEqual(open(), [['z']]);
  });

  test('never grow without end', () => {
    const { take } = createVisits();
    const over = Array.from({ length: 450 }, (_, nth) =>
      take({ who: 'a robot', product: `${nth}`, at: at(0) }),
    ).flat();
    assert.deepEqual(
      over.map(({ length }) => length),
      [200, 200],
    );
  });
});
