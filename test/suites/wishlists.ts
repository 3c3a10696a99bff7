import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Alert, Wish } from '../../src/contract/wishlists.ts';
import type { Storage } from '../../src/backend/ports.ts';
import { aCustomer, aProduct } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import { aWish, aWishlist } from '../builders/wishlists.ts';

const start = new Date('2026-11-23T09:00:00.000Z');
const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const shop = aShop();

/** What every engine must keep of what shoppers save. */
export function wishlistsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`wishlists: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    const save = (customer: string, wishes: Wish[], price = 8900) =>
      storage.wishlists.merge(
        shop.id,
        customer,
        { lists: [], wishes },
        { at: start, price: () => eur(price) },
      );
    const savedBy = async (customer: string) =>
      (await storage.wishlists.all(shop.id, customer)).wishes;
    const of = (...wishes: Wish[]) => wishes.map((wish) => ({ ...wish, price: eur(8900) }));

    test('keep of each thing the later write, whichever came first', async () => {
      const early = aWish({ note: 'early', at: at(1).toISOString() });
      const late = aWish({ note: 'late', at: at(-1).toISOString() });
      await save('one', [late]);
      await save('one', [{ ...early, at: at(-2).toISOString() }]);
      assert.deepEqual(await savedBy('one'), of(late));
      await save('one', [late]);
      assert.deepEqual(await savedBy('one'), of(late));
    });

    test('remember what was taken away, and tell it nobody', async () => {
      const kept = aWish({ at: at(-30).toISOString() });
      await save('two', [kept]);
      await save('two', [{ ...kept, removed: true, at: at(-10).toISOString() }]);
      await save('two', [{ ...kept, note: 'of a phone that slept', at: at(-20).toISOString() }]);
      assert.deepEqual(await savedBy('two'), []);
      await storage.wishlists.purge(at(401 * 24 * 60 * 60).toISOString());
      await save('two', [kept]);
      assert.equal((await savedBy('two')).length, 1);
    });

    test('keep the price of the day something was saved', async () => {
      await save('three', [aWish({ at: at(-30).toISOString() })], 12900);
      await save('three', [aWish({ note: 'blue', at: at(-20).toISOString() })], 9600);
      assert.deepEqual((await savedBy('three'))[0]?.price, eur(12900));
    });

    test('take what two devices send at once without doubles', async () => {
      const sent = Array.from({ length: 12 }, (_, nth) => [
        aWish({ product: 'coat', device: nth % 2 ? 'phone' : 'laptop', note: String(nth) }),
        aWish({ product: `only-${nth}`, variant: 'm' }),
      ]);
      await Promise.all(sent.map((wishes) => save('four', wishes)));
      const saved = await savedBy('four');
      assert.equal(saved.length, 13);
      assert.equal(saved.find(({ product }) => product === 'coat')?.note, '9');
    });

    test('count shoppers, not wishes', async () => {
      await save('five', [aWish({ product: 'hat' }), aWish({ product: 'hat', variant: 's' })]);
      await save('six', [aWish({ product: 'hat' }), aWish({ product: 'scarf', removed: true })]);
      const counts = await storage.wishlists.counts(shop.id, ['hat', 'scarf', 'none']);
      assert.deepEqual([...counts], [['hat', 2]]);
      assert.deepEqual([...(await storage.wishlists.counts('elsewhere', ['hat']))], []);
    });

    test('have one link a list, which opens nothing once it is taken back', async () => {
      const { shares } = storage;
      const first = { list: 'saved', token: 'token-of-the-first', friends: false };
      assert.deepEqual(await shares.open(shop.id, 'five', first, start), first);
      const opened = await shares.open(
        shop.id,
        'five',
        { ...first, token: 'another', friends: true },
        start,
      );
      assert.deepEqual(opened, { ...first, friends: true });
      assert.equal(await shares.mark(shop.id, first.token, 'hat', 'bo', start), true);
      assert.equal(await shares.mark(shop.id, first.token, 'hat', 'bo', start), true);
      assert.equal(await shares.mark(shop.id, first.token, 'hat', 'cas', start), false);
      await shares.unmark(shop.id, first.token, 'hat', 'cas');
      assert.deepEqual([...(await shares.find(shop.id, first.token))!.taken], ['hat']);
      await shares.end(shop.id, 'five', 'saved');
      assert.equal(await shares.find(shop.id, first.token), undefined);
      await shares.open(shop.id, 'five', first, start);
      assert.deepEqual([...(await shares.find(shop.id, first.token))!.taken], []);
    });

    describe('mails', () => {
      const put = (stock: number, price = 8900) =>
        storage.catalogue.put(shop, [
          aProduct({
            variants: [{ id: 'boots-42', price, currency: 'EUR', available: stock > 0, stock }],
          }),
        ]);
      const ask = (kind: Alert['kind'], more: Partial<Alert> = {}) =>
        storage.alerts.set({
          ...{ id: `${kind}-1`, shop: shop.id, customer: 'five', language: null, at: start },
          alert: { product: 'boots', variant: 'boots-42', kind, ...more },
        });
      const takeOne = (seconds: number) =>
        storage.alerts.take(shop.id, {
          ...{ now: at(seconds).toISOString(), until: at(seconds + 300).toISOString() },
        });
      const take = async (seconds: number) => {
        await storage.alerts.arm(shop.id);
        const ids: string[] = [];
        for (let taken; (taken = await takeOne(seconds));) ids.push(taken.id);
        return ids;
      };

      test('wait until the variant is there, from nothing to some', async () => {
        await put(5);
        await ask('back');
        assert.deepEqual(await take(0), []);
        await put(0);
        assert.deepEqual(await take(1), []);
        await put(7);
        assert.deepEqual(await take(2), ['back-1']);
      });

      test('are one sender’s until the time is over, and nobody’s once they are sent', async () => {
        assert.deepEqual(await take(3), []);
        const [taken] = (await Promise.all([takeOne(303), takeOne(303)])).filter(Boolean);
        assert.equal(taken?.id, 'back-1');
        await storage.alerts.settle(taken, at(400).toISOString());
        assert.deepEqual(await take(399), []);
        const again = await takeOne(400);
        // whose lease has run out has no say any more
        await storage.alerts.settle(taken);
        assert.deepEqual(await take(700), ['back-1']);
        await storage.alerts.settle(again!);
        assert.deepEqual(await take(1000), ['back-1']);
        await storage.alerts.settle({ ...again!, until: at(1300).toISOString() });
        assert.deepEqual(await take(1600), []);
      });

      test('wait for a price, and for the last few', async () => {
        await ask('price', { below: eur(8000) });
        await ask('low');
        await put(7, 8001);
        assert.deepEqual(await take(2000), []);
        await put(3, 8000);
        assert.deepEqual((await take(2001)).sort(), ['low-1', 'price-1']);
      });
    });

    test('are forgotten with whose they are', async () => {
      await storage.catalogue.put(shop, [aCustomer({ id: 'five' })]);
      const gone = { gone: 'customer', id: 'five', updatedAt: start.toISOString() } as const;
      await storage.catalogue.applyNews(shop, [gone], start);
      assert.deepEqual(await savedBy('five'), []);
      assert.deepEqual(await storage.shares.of(shop.id, 'five'), []);
      assert.deepEqual(await storage.alerts.of(shop.id, 'five'), []);
      assert.equal((await savedBy('six')).length, 1);
    });

    test('survive that the shop tells of their customer anew', async () => {
      await storage.wishlists.merge(
        shop.id,
        'six',
        { lists: [aWishlist()], wishes: [] },
        { at: start, price: () => undefined },
      );
      await storage.catalogue.put(shop, [aCustomer({ id: 'six' })]);
      await storage.catalogue.put(shop, [aCustomer({ id: 'six', firstName: 'Other' })]);
      const { lists, wishes } = await storage.wishlists.all(shop.id, 'six');
      assert.deepEqual([lists.length, wishes.length], [1, 1]);
    });
  });
}
