import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProductRow } from '../../../src/contract/import.ts';
import { moveVariants, type KnownVariant } from '../../../src/domain/news/moved-variants.ts';
import { versionOf, type RowNews } from '../../../src/domain/news/row-news.ts';
import { aProduct } from '../../builders/rows.ts';

const at = (minute: number) => `2026-11-23T08:0${minute}:00.000Z`;
/** A product told at a minute, with the variant `v`. */
const told = (minute?: number, variant = 'v'): { row: ProductRow } => ({
  row: aProduct({
    ...{ id: 'coat', variants: [{ id: variant, price: 1, currency: 'EUR', available: true }] },
    ...(minute !== undefined && { updatedAt: at(minute) }),
  }),
});
const [second, fourth] = [2, 4].map((minute) => versionOf(told(minute))!) as [string, string];

/** Whose `v` is once a telling of the coat counts, or came too late for the coat. */
function endOf(telling: { row: ProductRow }, known: KnownVariant | undefined, counts = true) {
  const { isWith, without } = moveVariants(
    [telling],
    { put: counts ? [telling.row] : [], remove: [] },
    new Map(known && [['v', known]]),
  );
  if (counts && telling.row.variants[0]!.id === 'v' && isWith(telling.row, 'v')) return 'coat';
  return without.has('v') ? `nobody’s, told at ${without.get('v')!.slice(0, 16)}` : known?.product;
}

describe('A variant that two products list', () => {
  const hats = { product: 'hat', version: second };
  const nobodys = { version: second };

  test('is with the one that was told later, whichever telling comes first', () => {
    assert.equal(endOf(told(1), hats), 'hat');
    assert.equal(endOf(told(3), hats), 'coat');
    assert.equal(endOf(told(1), undefined), 'coat');
  });

  test('is nobody’s where whose it was last has lost it', () => {
    assert.equal(endOf(told(1), nobodys), `nobody’s, told at ${second.slice(0, 16)}`);
    assert.equal(endOf(told(3), nobodys), 'coat');
    const coats = { product: 'coat', version: fourth };
    assert.equal(endOf(told(5, 'w'), coats), `nobody’s, told at ${fourth.slice(0, 16)}`);
  });

  test('is taken from the older one by a telling that is itself too late', () => {
    assert.equal(endOf(told(1), hats, false), 'hat');
    assert.equal(
      endOf(told(3), hats, false),
      `nobody’s, told at ${versionOf(told(3))!.slice(0, 16)}`,
    );
  });

  test('goes with a product that is gone', () => {
    const gone: RowNews = { gone: 'product', id: 'hat', updatedAt: at(3) };
    const remove = [{ kind: 'product' as const, id: 'hat' }];
    const { without } = moveVariants([gone], { put: [], remove }, new Map([['v', hats]]));
    assert.deepEqual([...without], [['v', second]]);
  });

  test('is with a product that does not say when, as an import’s', () => {
    assert.equal(endOf(told(), hats), 'coat');
    assert.equal(endOf(told(), nobodys), 'coat');
  });
});
