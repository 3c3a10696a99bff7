import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Storage } from '../../src/backend/ports.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

const day = (nth: number): string => `2026-11-${String(nth).padStart(2, '0')}T09:00:00.000Z`;
const shop = aShop();
const variant = (id: string, price: number) => ({ id, price, currency: 'EUR', available: true });

/** What every engine must keep of what recommendations have learned, and tell of a shop's past. */
export function recommendationsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`recommendations: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    test('a model is kept to the byte, of each shop the newest', async () => {
      const { recommendations } = storage;
      const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => (at * 31) % 251);
      assert.equal(await recommendations.builtAt('alder'), undefined);
      assert.equal(await recommendations.read('alder'), undefined);
      await recommendations.write('alder', day(1), Uint8Array.of(1));
      await recommendations.write('alder', day(2), bytes);
      await recommendations.write('birch', day(3), new Uint8Array(0));
      assert.equal(await recommendations.builtAt('alder'), day(2));
      const found = await recommendations.read('alder');
      assert.equal(found?.builtAt, day(2));
      assert.ok(found && Buffer.from(found.bytes).equals(bytes));
      assert.equal((await recommendations.read('birch'))?.bytes.length, 0);
    });

    test('what is not for a customer is known once, the latest last, until it is taken back', async () => {
      const { recommendations } = storage;
      const say = (product: string, nth: number, customer = 'mara') =>
        recommendations.dismiss('alder', { customer, product, at: day(nth) }, undefined);
      await say('hat', 1);
      await say('coat', 2);
      await say('hat', 3);
      await say('boots', 4, 'jon');
      assert.deepEqual(await recommendations.dismissed('alder', 'mara', 10), ['coat', 'hat']);
      assert.deepEqual(await recommendations.dismissed('alder', 'mara', 1), ['hat']);
      await recommendations.undismiss('alder', 'mara', 'hat');
      await recommendations.undismiss('birch', 'mara', 'coat');
      assert.deepEqual(await recommendations.dismissed('alder', 'mara', 10), ['coat']);
    });

    test('a shop’s past is told in pages, oldest first, without what was cancelled', async () => {
      const order = (id: string, nth: number, products: string[], more = {}) =>
        anOrder({
          ...{ id, number: id, placedAt: day(nth), customer: 'mara', ...more },
          lines: products.map((product, at) => aLine({ id: `l-${at}`, product })),
        });
      await storage.catalogue.put(shop, [
        aCustomer({ id: 'mara' }),
        aProduct({
          ...{ id: 'hat', name: 'A hat', category: 'Hats', tags: ['wool'] },
          variants: [variant('hat-l', 3000), variant('hat-m', 2000)],
        }),
        aProduct({ id: 'scarf', name: 'A scarf', variants: [variant('scarf-1', 1000)] }),
        order('b', 2, ['hat', 'scarf', 'hat']),
        order('a', 2, ['coat']),
        order('c', 1, ['scarf', 'boots']),
        order('d', 3, ['hat'], { status: 'cancelled' }),
      ]);
      const { sales } = storage;
      const all = await sales.sales(shop.id, undefined, 10);
      assert.deepEqual(
        all.map(({ id, products, customer }) => [id, products, customer]),
        [
          ['c', ['scarf', 'boots'], 'mara'],
          ['a', ['coat'], 'mara'],
          ['b', ['hat', 'scarf'], 'mara'],
        ],
      );
      assert.deepEqual(await sales.sales(shop.id, all[0], 1), [all[1]]);
      assert.deepEqual({ ...(await sales.beforeLatest(shop.id, 2)) }, { id: 'c', at: day(1) });
      assert.equal(await sales.beforeLatest(shop.id, 3), undefined);
      assert.deepEqual(await sales.described(shop.id, '', 1), [
        { id: 'hat', text: 'A hat Hats wool', price: 2000 },
      ]);
      assert.deepEqual(
        (await sales.bought(shop.id, 'mara', 2)).map(({ product, at }) => [product, at]),
        [
          ['coat', day(2)],
          ['scarf', day(2)],
          ['hat', day(2)],
        ],
      );
      assert.deepEqual(await sales.bought(shop.id, 'jon', 2), []);
    });
  });
}
