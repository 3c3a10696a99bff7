import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mostLists, mostWishes } from '../../../src/contract/wishlist-limits.ts';
import type { Wish, Wishlist } from '../../../src/contract/wishlists.ts';
import { decideMerge } from '../../../src/domain/wishlists/limits.ts';
import {
  laterOf,
  merge,
  savedOf,
  wishKey,
  type Saved,
} from '../../../src/domain/wishlists/merge.ts';
import { aWish, aWishlist } from '../../builders/wishlists.ts';

const now = new Date('2026-11-23T09:00:00.000Z');

/** Few values, so that the same thing is written again and again, also in one instant. */
const at = fc.constantFrom(
  '2026-11-20T08:00:00.000Z',
  '2026-11-21T08:00:00.000Z',
  '2026-11-22T08:00:00.000Z',
);
const device = fc.constantFrom('phone', 'laptop');
const removed = fc.option(fc.constant(true as const), { nil: undefined });
const wish = fc
  .record({
    product: fc.constantFrom('coat', 'boot'),
    variant: fc.option(fc.constantFrom('coat', 's', 'm'), { nil: undefined }),
    list: fc.constantFrom('saved', 'winter'),
    note: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    ...{ removed, at, device },
  })
  .map((given) => aWish(given));
const list = fc
  .record({
    id: fc.constantFrom('winter', 'gifts'),
    name: fc.constantFrom('A', 'B'),
    removed,
    at,
    device,
  })
  .map((given) => aWishlist(given));
const saved = fc
  .tuple(fc.array(list, { maxLength: 5 }), fc.array(wish, { maxLength: 12 }))
  .map(([lists, wishes]) => savedOf(lists, wishes));
const plain = ({ lists, wishes }: Saved) => ({
  lists: Object.fromEntries(lists),
  wishes: Object.fromEntries(wishes),
});
const runs = { numRuns: process.env['FD_DEEP'] === '1' ? 20_000 : 200 };

describe('What two devices have saved', () => {
  test('comes to the same, whichever is told first', () =>
    fc.assert(
      fc.property(saved, saved, (one, other) =>
        assert.deepEqual(plain(merge(one, other)), plain(merge(other, one))),
      ),
      runs,
    ));

  test('comes to the same, in whatever groups it is told', () =>
    fc.assert(
      fc.property(saved, saved, saved, (one, other, third) =>
        assert.deepEqual(
          plain(merge(merge(one, other), third)),
          plain(merge(one, merge(other, third))),
        ),
      ),
      runs,
    ));

  test('comes to the same, however often it is told', () =>
    fc.assert(
      fc.property(saved, saved, (one, other) => {
        const both = merge(one, other);
        assert.deepEqual(plain(merge(both, one)), plain(both));
        assert.deepEqual(plain(merge(both, both)), plain(both));
      }),
      runs,
    ));

  test('comes at the backend to what it comes to between devices', () =>
    fc.assert(
      fc.property(fc.array(fc.array(wish, { maxLength: 8 }), { maxLength: 4 }), (batches) => {
        let held: Wish[] = [];
        for (const wishes of batches) {
          const decided = decideMerge(
            { lists: [], wishes: held, living: { lists: 0, wishes: 0 } },
            { lists: [], wishes },
            now,
          );
          assert.ok('write' in decided);
          const keys = new Set(decided.write.wishes.map(wishKey));
          held = [...held.filter((one) => !keys.has(wishKey(one))), ...decided.write.wishes];
        }
        const expected = savedOf([], batches.flat());
        assert.deepEqual(
          Object.fromEntries(held.map((one) => [wishKey(one), one])),
          Object.fromEntries(expected.wishes),
        );
      }),
      runs,
    ));

  test('keeps away what was taken away later than it was saved', () => {
    const kept = aWish({ at: '2026-11-20T08:00:00.000Z' });
    const gone = aWish({ removed: true, at: '2026-11-21T08:00:00.000Z' });
    assert.equal(laterOf(kept, gone), gone);
    const back = aWish({ at: '2026-11-22T08:00:00.000Z' });
    assert.equal(laterOf(gone, back), back);
  });

  test('names a product and a variant of the same id apart', () => {
    assert.notEqual(wishKey({ product: 'a' }), wishKey({ product: 'a', variant: 'a' }));
    assert.notEqual(wishKey({ product: 'a,b' }), wishKey({ product: 'a', variant: 'b' }));
  });
});

describe('A write to the lists', () => {
  const told = (wishes: Wish[], lists: Wishlist[] = []) => ({ lists, wishes });
  const nothing = { lists: [], wishes: [], living: { lists: 0, wishes: 0 } };

  test('is refused where there would be too many, and changes nothing', () => {
    const full = { ...nothing, living: { lists: mostLists, wishes: mostWishes } };
    assert.deepEqual(decideMerge(full, told([aWish()]), now), { refused: 'wishlist_full' });
    assert.deepEqual(decideMerge(full, told([], [aWishlist()]), now), {
      refused: 'too_many_wishlists',
    });
  });

  test('takes away, and saves something in its place, where there are as many as may be', () => {
    const old = aWish({ product: 'boot', at: '2026-11-20T08:00:00.000Z' });
    const full = { ...nothing, wishes: [old], living: { lists: 0, wishes: mostWishes } };
    const gone = aWish({ product: 'boot', removed: true, at: '2026-11-21T08:00:00.000Z' });
    const decided = decideMerge(full, told([gone, aWish()]), now);
    assert.ok('write' in decided);
    assert.equal(decided.write.wishes.length, 2);
  });

  test('of a clock that is ahead counts as written now', () => {
    const ahead = aWish({ at: '2031-01-01T00:00:00.000Z' });
    const decided = decideMerge(nothing, told([ahead]), now);
    assert.ok('write' in decided);
    assert.equal(decided.write.wishes[0]?.at, now.toISOString());
  });
});
