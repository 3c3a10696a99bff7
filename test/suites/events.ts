import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { EventOwners, Storage, StoredEvent } from '../../src/backend/ports.ts';
import { anEvent, eventAt as at } from '../builders/events.ts';
import { aCustomer } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

/** What a store of events must keep on every engine. */
export function eventsSuite(name: string, open: () => Promise<Storage>): void {
  describe(`events: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    const ids = async (shop: string, whose: EventOwners) =>
      (await storage.events.of(shop, whose, { limit: 100 })).events.map(({ id }) => id);

    test('come back as they were, once each, in the order in which they were kept', async () => {
      const { events } = storage;
      const viewed = anEvent({ id: 'viewed', variant: 'green', detail: 'home' });
      const opened: StoredEvent = {
        ...{ shop: 'alder', id: 'opened', who: { visitor: 'day-1' }, type: 'room_opened' },
        ...{ detail: 'orders', at: at(1), expiresAt: at(90) },
      };
      await events.record([viewed, opened]);
      await events.record([{ ...viewed, at: at(2) }, anEvent({ id: 'added', quantity: 3 })]);
      const kept = await events.since('alder', 0, 10);
      assert.deepEqual(
        kept.map(({ sequence: _, ...event }) => event),
        [viewed, opened, anEvent({ id: 'added', quantity: 3 })],
      );
      const [first, second] = kept;
      assert.deepEqual(await events.since('alder', first!.sequence, 1), [second]);
      assert.deepEqual(await events.since('birch', 0, 10), []);
    });

    test('recorded by many at once are all kept, and each shop counts its own', async () => {
      const { events } = storage;
      await Promise.all(
        Array.from({ length: 100 }, (_, nth) =>
          events.record(
            ['cedar', 'dogwood'].map((shop) =>
              anEvent({ shop, id: `${shop}-${nth % 50}`, who: { visitor: 'crowd' } }),
            ),
          ),
        ),
      );
      for (const shop of ['cedar', 'dogwood']) {
        const kept = await events.since(shop, 0, 100);
        assert.equal(kept.length, 50);
        const sequences = kept.map(({ sequence }) => sequence);
        assert.equal(new Set(sequences).size, 50);
        assert.ok(sequences.every((sequence) => sequence >= 1 && sequence <= 100));
      }
    });

    test('are seen and removed by their owner alone: one, all of a type, all', async () => {
      const { events } = storage;
      const own = { customer: 'mara', visitors: ['elder-1'] };
      await events.record([
        anEvent({ shop: 'elder', id: 'a', who: { customer: 'mara' }, at: at(1) }),
        anEvent({ shop: 'elder', id: 'b', who: { visitor: 'elder-1' }, at: at(2) }),
        anEvent({ shop: 'elder', id: 'c', who: { visitor: 'elder-1' }, type: 'wished', at: at(3) }),
        anEvent({ shop: 'elder', id: 'd', who: { customer: 'bo' }, at: at(4) }),
      ]);
      assert.deepEqual(await ids('elder', { visitors: [] }), []);
      assert.deepEqual(await ids('elder', own), ['c', 'b', 'a']);
      const { next } = await events.of('elder', own, { limit: 1 });
      const second = await events.of('elder', own, { limit: 1, cursor: next });
      assert.equal(second.events[0]?.id, 'b');
      assert.deepEqual(await events.counts('elder', own), [
        { type: 'product_viewed', count: 2 },
        { type: 'wished', count: 1 },
      ]);
      assert.equal(await events.remove('elder', own, { id: 'd' }), 0);
      assert.equal(await events.remove('birch', own, 'all'), 0);
      assert.equal(await events.remove('elder', own, { id: 'b' }), 1);
      assert.equal(await events.remove('elder', own, { type: 'wished' }), 1);
      assert.equal(await events.remove('elder', own, 'all'), 1);
      assert.deepEqual(
        (await events.since('elder', 0, 10)).map(({ id }) => id),
        ['d'],
      );
    });

    test('are numbered on, however many went meanwhile', async () => {
      const { events } = storage;
      const who = { visitor: 'fir-1' };
      await events.record([anEvent({ shop: 'fir', id: 'one', who })]);
      await events.remove('fir', { visitors: ['fir-1'] }, 'all');
      await events.record([anEvent({ shop: 'fir', id: 'two', who })]);
      const kept = await events.since('fir', 1, 10);
      assert.deepEqual(
        kept.map(({ id, sequence }) => [id, sequence]),
        [['two', 2]],
      );
    });

    test('are forgotten when their time is over', async () => {
      const { events } = storage;
      const shop = 'gorse';
      await events.record([
        anEvent({ shop, id: 'old', expiresAt: at(5) }),
        anEvent({ shop, id: 'new', expiresAt: at(6) }),
      ]);
      await events.purge(at(5));
      assert.deepEqual(
        (await events.since(shop, 0, 10)).map(({ id }) => id),
        ['new'],
      );
    });

    test('of a customer go when the shop erases them', async () => {
      const shop = aShop({ id: 'hazel' });
      const told = new Date(at(2));
      await storage.catalogue.put(shop, [aCustomer({ id: 'mara' })]);
      await storage.events.record([
        anEvent({ shop: 'hazel', id: 'hers', who: { customer: 'mara' } }),
        anEvent({ shop: 'hazel', id: 'his', who: { customer: 'bo' } }),
      ]);
      const gone = { gone: 'customer', id: 'mara', updatedAt: at(1) } as const;
      await storage.catalogue.applyNews(shop, [gone], told);
      assert.deepEqual(
        (await storage.events.since('hazel', 0, 10)).map(({ id }) => id),
        ['his'],
      );
    });
  });
}
