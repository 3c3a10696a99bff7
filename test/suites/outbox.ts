import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { WebhookEvent } from '../../src/contract/webhook-events.ts';
import { decideEdit } from '../../src/domain/changes/edits.ts';
import { settle } from '../../src/domain/news/outbox.ts';
import type { ClaimedDelivery, Shop, Storage } from '../../src/backend/ports.ts';
import { aPolicy } from '../builders/cases.ts';
import { aCustomer, aLine, anEvent, anOrder, aShipment } from '../builders/rows.ts';
import { anEndpoint, aShop } from '../builders/shop.ts';

const start = new Date('2026-11-23T09:00:00.000Z');
const at = (seconds: number): string => new Date(start.getTime() + seconds * 1000).toISOString();

/** What the outbox must keep on every engine. */
export function outboxSuite(name: string, open: () => Promise<Storage>): void {
  describe(`outbox: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    const claim = (shop: Shop, now: number, { nth = 0, most = 10 } = {}) =>
      storage.outbox.claim(
        { shop: shop.id, url: shop.webhooks![nth]!.url },
        { now: at(now), until: at(now + 60), most },
      );
    const deliver = ({ id }: ClaimedDelivery, now: number) =>
      storage.outbox.settle(id, at(now + 60), {
        ...{ state: 'delivered', now: at(now), until: at(now + 1000), result: 'http_200' },
      });
    const fail = ({ id }: ClaimedDelivery, now: number, due: number) =>
      storage.outbox.settle(id, at(now + 60), {
        ...{ state: 'pending', now: at(now), until: at(due), result: 'http_500' },
      });
    const eventOf = ({ body }: ClaimedDelivery) => JSON.parse(body) as WebhookEvent;
    const typesOf = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ type }) => type);
    const listening = (id: string, ...events: string[]) =>
      aShop({ id, webhooks: [anEndpoint({ events: events.length ? events : ['*'] })] });
    /** All that waits, claimed and delivered one after the other. */
    const empty = async (shop: Shop, nth = 0) => {
      const all: ClaimedDelivery[] = [];
      for (let some = await claim(shop, 0, { nth }); some.length;) {
        for (const each of some) await deliver(each, 0);
        all.push(...some);
        some = await claim(shop, 0, { nth });
      }
      return all;
    };
    const putOrders = (shop: Shop, ...ids: string[]) =>
      storage.catalogue.put(
        shop,
        ids.map((id) => anOrder({ id })),
        start,
      );

    describe('a change', () => {
      test('is told to each endpoint that wants it, and what is left alone is not', async () => {
        const webhooks = [
          anEndpoint({ url: 'https://one.example/', events: ['*'] }),
          anEndpoint({ url: 'https://two.example/', events: ['customer.updated'] }),
        ];
        const shop = aShop({ id: 'told', webhooks });
        const order = anOrder({ id: 'o-1', customer: 'anna' });
        const still = anOrder({ id: 'o-2', customer: 'anna' });
        await storage.catalogue.put(shop, [aCustomer(), order, still], start);
        assert.deepEqual(typesOf(await empty(shop)).sort(), [
          ...['customer.created', 'order.created', 'order.created'],
        ]);
        const more = anOrder({ ...order, lines: [aLine({ quantity: 2 })], total: 17800 });
        const moved = aCustomer({ lastName: 'Berg' });
        await storage.catalogue.put(shop, [moved, more, still], start);
        const told = await empty(shop);
        assert.deepEqual(typesOf(told).sort(), ['customer.updated', 'order.updated']);
        const data = told.map(eventOf).find(({ type }) => type === 'customer.updated')?.data;
        assert.ok(data && 'customer' in data);
        assert.equal(data.customer.lastName, 'Berg');
        const second = await empty(shop, 1);
        assert.deepEqual(typesOf(second), ['customer.updated']);
        const ids = [...told.map(eventOf), ...second.map(eventOf)]
          .filter(({ type }) => type === 'customer.updated')
          .map(({ id }) => id);
        assert.equal(new Set(ids).size, 1);
      });

      test('that is rolled back tells nothing', async () => {
        const shop = listening('rolled-back');
        const twice = { line: 'line-1', quantity: 1 };
        const bad = anOrder({ id: 'bad', shipments: [aShipment({ lines: [twice, twice] })] });
        await assert.rejects(storage.catalogue.put(shop, [aCustomer(), bad], start));
        assert.deepEqual(await claim(shop, 0), []);
      });

      test('of a bulk import tells nothing', async () => {
        const shop = listening('bulk');
        await storage.catalogue.put(shop, [aCustomer(), anOrder()]);
        assert.deepEqual(await claim(shop, 0), []);
      });

      test('of a parcel is told with the order as it is then, once', async () => {
        const shop = listening('parcels');
        const shipments = [aShipment({ number: '3SMARA1' })];
        await storage.catalogue.put(shop, [anOrder({ status: 'shipped', shipments })]);
        const update = { number: '3SMARA1', events: [anEvent({ status: 'delivered' })] };
        await storage.catalogue.applyTracking(shop, update, start);
        await storage.catalogue.applyTracking(shop, update, start);
        const told = (await empty(shop)).map(eventOf);
        assert.deepEqual(
          told.map(({ type }) => type),
          ['order.parcel_updated', 'order.status_changed'],
        );
        for (const { data, shop: whose, at: when } of told) {
          assert.ok('order' in data);
          assert.equal(data.order.status, 'delivered');
          assert.deepEqual([whose, when], ['parcels', start.toISOString()]);
        }
      });

      test('of a guest into a customer is told, with the orders that become theirs', async () => {
        const shop = listening('guests');
        const email = 'guest@mail.example';
        await storage.catalogue.put(shop, [anOrder({ id: 'theirs', email }), anOrder({ id: 'x' })]);
        const { id } = await storage.catalogue.adoptContact(shop, { email }, start);
        await storage.catalogue.adoptContact(shop, { email }, start);
        const told = (await empty(shop)).map(eventOf);
        assert.deepEqual(told.map(({ type }) => type).sort(), [
          ...['customer.created', 'order.updated'],
        ]);
        const data = told.find(({ type }) => type === 'order.updated')?.data;
        assert.ok(data && 'order' in data);
        assert.deepEqual([data.order.id, data.order.customer], ['theirs', id]);
      });

      test('of an own address is told by each of their orders that remembers another', async () => {
        const shop = { ...listening('own-address'), policy: aPolicy() };
        const orders = Array.from({ length: 8 }, (_, nth) =>
          anOrder({ id: `o-${nth}`, customer: 'anna', status: 'placed' }),
        );
        await storage.catalogue.put(shop, [aCustomer(), ...orders]);
        const cities = await Promise.all(
          orders.map(async ({ id }, nth) => {
            const city = nth < 5 ? 'Ghent' : `City ${nth}`;
            const address = { lines: ['Ham 12'], city, country: 'BE' };
            const request = { kind: 'address' as const, address, remember: true };
            const wish = { at: start, by: 'customer', customer: 'anna', request } as const;
            const written = await storage.changes.write(shop, id, wish, (held) =>
              decideEdit({ ...held, policy: shop.policy, now: start, request }),
            );
            assert.ok(written && !('refused' in written));
            return city;
          }),
        );
        const told = (await empty(shop))
          .map(eventOf)
          .flatMap(({ data, type }) =>
            type === 'customer.updated' && 'customer' in data ? [data.customer.address?.city] : [],
          );
        const own = await storage.catalogue.customer(shop.id, 'anna');
        assert.equal(told.at(-1), own?.address?.city);
        assert.deepEqual(new Set(told), new Set(cities));
        for (const [nth, city] of told.entries()) assert.notEqual(city, told[nth - 1]);
      });
    });

    describe('what is due', () => {
      const dueOf = async (shops: readonly Shop[], now: number) =>
        (await storage.outbox.due(at(now), 99))
          .map((it) => it.shop)
          .filter((shop) => shops.some(({ id }) => id === shop));

      test('is told by its endpoints, the longest waiting first', async () => {
        const shops = ['late', 'early', 'later'].map((id) => listening(`due-${id}`));
        for (const [nth, seconds] of [2, 1, 3].entries())
          await storage.catalogue.put(shops[nth]!, [anOrder()], new Date(at(seconds)));
        assert.deepEqual(await dueOf(shops, 0), []);
        assert.deepEqual(await dueOf(shops, 2), ['due-early', 'due-late']);
        assert.deepEqual(await dueOf(shops, 3), ['due-early', 'due-late', 'due-later']);
        const [first, ...more] = await storage.outbox.due(at(3), 2);
        assert.equal(first!.since, at(1));
        assert.equal(more.length, 1);
        for (const each of await claim(shops[1]!, 1)) await deliver(each, 1);
        assert.deepEqual(await dueOf(shops, 3), ['due-late', 'due-later']);
      });
    });

    describe('a claim', () => {
      test('takes the deliveries of one object one at a time, in their order', async () => {
        const shop = listening('order');
        await putOrders(shop, 'a', 'b');
        await storage.catalogue.put(shop, [anOrder({ id: 'a', status: 'shipped' })], start);
        const first = await claim(shop, 0);
        assert.deepEqual(typesOf(first), ['order.created', 'order.created']);
        assert.deepEqual(await claim(shop, 0), []);
        for (const each of first) await deliver(each, 0);
        assert.deepEqual(typesOf(await claim(shop, 0)), ['order.status_changed']);
      });

      test('of one that failed waits, and what stands behind it with it', async () => {
        const shop = listening('failed');
        await putOrders(shop, 'a');
        const [created] = await claim(shop, 0);
        await storage.catalogue.put(shop, [anOrder({ id: 'a', status: 'shipped' })], start);
        await fail(created!, 0, 100);
        await storage.catalogue.put(shop, [anOrder({ id: 'a', status: 'delivered' })], start);
        assert.ok(!(await storage.outbox.due(at(99), 99)).some((it) => it.shop === shop.id));
        const [again, ...others] = await claim(shop, 100);
        assert.deepEqual([again!.id, again!.attempts, others], [created!.id, 2, []]);
        // delivered before the others are due by their own: they wait no longer
        await deliver(again!, 100);
        assert.equal((await claim(shop, 101)).length, 1);
      });

      test('is nobody else’s until it has run out; then it is no longer the first one’s', async () => {
        const shop = listening('lease');
        await putOrders(shop, 'a');
        const [mine] = await claim(shop, 0);
        assert.deepEqual(await claim(shop, 59), []);
        const [theirs] = await claim(shop, 60);
        assert.equal(theirs?.id, mine!.id);
        assert.equal(await deliver(mine!, 0), false);
        assert.equal(await deliver(theirs!, 60), true);
        assert.deepEqual(await claim(shop, 1e6), []);
      });

      test('by many at once gives each delivery to one of them', async () => {
        const shop = listening('many');
        const ids = Array.from({ length: 40 }, (_, nth) => `o-${nth}`);
        await putOrders(shop, ...ids);
        const claims = await Promise.all(
          Array.from({ length: 20 }, () => claim(shop, 0, { most: 3 })),
        );
        const taken = claims.flat().map(({ id }) => id);
        assert.equal(taken.length, 40);
        assert.equal(new Set(taken).size, 40);
      });

      test('of another shop or endpoint finds nothing', async () => {
        const shop = listening('mine');
        await putOrders(shop, 'a');
        assert.deepEqual(await claim({ ...shop, id: 'other' }, 0), []);
        assert.deepEqual(await claim({ ...shop, webhooks: [anEndpoint({ url: 'x' })] }, 0), []);
        assert.ok((await storage.outbox.due(at(0), 99)).some((it) => it.shop === 'mine'));
        assert.equal((await claim(shop, 0)).length, 1);
      });
    });

    describe('what is over', () => {
      const mine = async (shop: Shop) =>
        (await storage.outbox.list({ most: 1000 })).filter((entry) => entry.shop === shop.id);

      test('is listed without what it tells, sent again on demand, and forgotten in time', async () => {
        const shop = listening('over');
        await putOrders(shop, 'a', 'b');
        const [one, other] = await claim(shop, 0);
        await deliver(one!, 0);
        await storage.outbox.settle(other!.id, at(60), {
          ...{ state: 'dead', now: at(0), until: at(2000), result: 'http_410' },
        });
        const counts = await storage.outbox.counts();
        assert.ok(counts.delivered > 0 && counts.dead > 0);
        assert.deepEqual(
          (await mine(shop)).map(({ id, state, result }) => ({ id, state, result })),
          [
            { id: one!.id, state: 'delivered', result: 'http_200' },
            { id: other!.id, state: 'dead', result: 'http_410' },
          ].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        assert.deepEqual(await storage.outbox.replay('dead', at(5)), [other!.id]);
        assert.deepEqual(await storage.outbox.replay(['nobody'], at(5)), []);
        const [again] = await claim(shop, 5);
        assert.deepEqual({ ...again! }, { ...other!, attempts: 1 });
        assert.deepEqual(await storage.outbox.replay([again!.id], at(6)), []);
        await deliver(again!, 5);
        await storage.outbox.purge(at(999));
        assert.equal((await mine(shop)).length, 2);
        await storage.outbox.purge(at(1000));
        assert.deepEqual(
          (await mine(shop)).map(({ id }) => id),
          [again!.id],
        );
      });

      test('waits at a replay until a later one of its object is there', async () => {
        const shop = listening('replayed');
        await putOrders(shop, 'a');
        await storage.catalogue.put(shop, [anOrder({ id: 'a', status: 'shipped' })], start);
        const [created] = await claim(shop, 0);
        await storage.outbox.settle(created!.id, at(60), {
          ...{ state: 'dead', now: at(0), until: at(2000), result: 'http_410' },
        });
        const [changed] = await claim(shop, 0);
        await storage.outbox.replay([created!.id], at(1));
        assert.deepEqual(await claim(shop, 1), []);
        await deliver(changed!, 0);
        assert.deepEqual(typesOf(await claim(shop, 1)), ['order.created']);
      });

      test('is dropped on demand where it was given up, and only there', async () => {
        const shop = listening('dropped');
        await putOrders(shop, 'a', 'b', 'c', 'd');
        const [taken, first, second, third] = await claim(shop, 0);
        await deliver(taken!, 0);
        for (const each of [first!, second!])
          await storage.outbox.settle(each.id, at(60), {
            ...{ state: 'dead', now: at(0), until: at(2000), result: 'http_410' },
          });
        const ids = [taken!.id, first!.id, third!.id, 'nobody'];
        assert.deepEqual(await storage.outbox.drop(ids), [first!.id]);
        assert.deepEqual(await storage.outbox.drop('dead'), [second!.id]);
        assert.deepEqual(await storage.outbox.drop('dead'), []);
        assert.deepEqual(
          new Set((await mine(shop)).map(({ id }) => id)),
          new Set([taken!.id, third!.id]),
        );
      });

      test('does not hold up what comes after it', async () => {
        const shop = listening('after-dead');
        await putOrders(shop, 'a');
        await storage.catalogue.put(shop, [anOrder({ id: 'a', status: 'shipped' })], start);
        const [created] = await claim(shop, 0);
        await storage.outbox.settle(created!.id, at(60), {
          ...{ state: 'dead', now: at(0), until: at(2000), result: 'http_410' },
        });
        assert.deepEqual(typesOf(await claim(shop, 0)), ['order.status_changed']);
      });
    });

    test('whatever happens: never twice at a time, always in order, all of it in the end', async () => {
      const step = fc.oneof(
        fc.record({ does: fc.constant('change' as const), order: fc.constantFrom('a', 'b') }),
        fc.record({ does: fc.constant('claim' as const), most: fc.integer({ min: 1, max: 3 }) }),
        fc.record({
          does: fc.constant('answer' as const),
          status: fc.constantFrom(200, 500, 410, 429),
        }),
        fc.record({ does: fc.constant('wait' as const), seconds: fc.constantFrom(1, 30, 61, 1e5) }),
        fc.record({ does: fc.constant('replay' as const) }),
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const shop = listening(`run-${(run += 1)}`);
          let [now, version] = [0, 0];
          const held: (ClaimedDelivery & { until: number })[] = [];
          const delivered: { order: string; version: number }[] = [];
          const replayed = new Set<number>();
          const versionOf = (delivery: ClaimedDelivery) => {
            const { data } = eventOf(delivery);
            assert.ok('order' in data);
            return { order: data.order.id, version: data.order.total.amount };
          };
          const take = async (most: number) => {
            for (const each of await claim(shop, now, { most })) {
              const { order } = versionOf(each);
              for (const other of held)
                if (other.until > now)
                  assert.notEqual(versionOf(other).order, order, 'two of one object at a time');
              held.push({ ...each, until: now + 60 });
            }
          };
          const answer = async (status: number) => {
            const each = held.shift();
            if (!each) return;
            const { state, seconds } = settle(each.attempts, { status }, 0.5);
            const ours = await storage.outbox.settle(each.id, at(each.until), {
              ...{ state, now: at(now), until: at(now + seconds), result: `http_${status}` },
            });
            if (each.until > now) assert.equal(ours, true);
            if (ours && state === 'delivered') delivered.push(versionOf(each));
          };
          for (const it of steps) {
            if (it.does === 'change') {
              version += 1;
              const change = anOrder({
                id: it.order,
                lines: [aLine({ unitPrice: version })],
                total: version,
              });
              await storage.catalogue.put(shop, [change], new Date(at(now)));
            } else if (it.does === 'claim') await take(it.most);
            else if (it.does === 'answer') await answer(it.status);
            else if (it.does === 'wait') now += it.seconds;
            else
              for (const entry of await storage.outbox.list({ state: 'dead', most: 100 }))
                if (entry.shop === shop.id) {
                  await storage.outbox.replay([entry.id], at(now));
                  replayed.add(version);
                }
          }
          for (let round = 0; round < 200; round += 1) {
            now += 1e5;
            held.length = 0;
            await take(10);
            if (held.length === 0) break;
            while (held.length) await answer(200);
          }
          const entries = (await storage.outbox.list({ most: 1000 })).filter(
            (entry) => entry.shop === shop.id,
          );
          assert.equal(entries.length, version);
          assert.ok(entries.every(({ state }) => state === 'delivered' || state === 'dead'));
          const seen = new Set(delivered.map((each) => each.version));
          assert.equal(seen.size, delivered.length, 'acknowledged twice');
          assert.equal(seen.size, entries.filter(({ state }) => state === 'delivered').length);
          if (replayed.size === 0)
            for (const order of ['a', 'b']) {
              const versions = delivered.filter((it) => it.order === order).map((it) => it.version);
              assert.deepEqual(
                versions,
                versions.toSorted((one, other) => one - other),
              );
            }
        }),
        { numRuns: 40 },
      );
    });
  });
}
