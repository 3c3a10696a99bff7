import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Bus } from '../../src/backend/ports.ts';

/** Two who use one bus; in one process they hold the same. */
export interface BusUnderTest {
  here: Bus;
  there: Bus;
  /** What is published next is lost on its way; absent where there is none. */
  lose?(): void;
  close(): Promise<void>;
}

/** What every bus must keep, however far it reaches. */
export function busSuite(name: string, open: () => Promise<BusUnderTest>): void {
  describe(`bus: ${name}`, () => {
    let under: BusUnderTest;
    before(async () => {
      under = await open();
    });
    after(() => under.close());

    /** All that came on a topic until `last` did. */
    const heard = (bus: Bus, topic: string, last: unknown) => {
      const messages: unknown[] = [];
      let leave: () => void;
      const all = new Promise<unknown[]>((resolve) => {
        leave = bus.subscribe(topic, (message) => {
          messages.push(message);
          if (JSON.stringify(message) === JSON.stringify(last)) {
            leave();
            resolve(messages);
          }
        });
      });
      return all;
    };

    test('carries a message to all who hear its topic, near and far', async () => {
      const both = [
        heard(under.here, 'alder/order/1', 'x'),
        heard(under.there, 'alder/order/1', 'x'),
      ];
      await under.here.publish('alder/order/1', 'x');
      assert.deepEqual(await Promise.all(both), [['x'], ['x']]);
    });

    test('keeps messages whole, whatever is in them', async () => {
      const topic = `shop's/"order"/Ñ-😀\\`;
      const message = { topic: 'order', id: `'"\\ 😀 \n`, nested: [1, null, { a: true }] };
      const all = heard(under.there, topic, message);
      await under.here.publish(topic, message);
      assert.deepEqual(await all, [message]);
    });

    test('carries many in their order, none lost and none twice', async () => {
      const sent = Array.from({ length: 300 }, (_, nth) => nth);
      const all = heard(under.there, 'order', sent.at(-1));
      await Promise.all(sent.map((nth) => under.here.publish('order', nth)));
      assert.deepEqual(await all, sent);
    });

    test('leaves alone who hears of something else, or has stopped', async () => {
      const strays: unknown[] = [];
      under.there.subscribe('other', (message) => strays.push(message));
      under.there.subscribe('mine', (message) => strays.push(message))();
      const all = heard(under.there, 'mine', 'end');
      await under.here.publish('mine', 'one');
      await under.here.publish('mine', 'end');
      assert.deepEqual(await all, ['one', 'end']);
      assert.deepEqual(strays, []);
    });

    test('gives its listeners a copy that none of them can change, and never in the publisher’s own turn', async () => {
      const message = { id: 'as it was' };
      const first = new Promise<{ id: string }>((resolve) => {
        under.here.subscribe('copy', (copy) => resolve(copy as { id: string }));
      });
      const second = new Promise<{ id: string }>((resolve) => {
        under.here.subscribe('copy', (copy) => resolve(copy as { id: string }));
      });
      const sent = under.here.publish('copy', message);
      message.id = 'changed in the same turn';
      const copy = await first;
      assert.throws(() => (copy.id = 'changed by a listener'), TypeError);
      assert.equal((await second).id, 'as it was');
      await sent;
    });

    test('lets a publisher go on whose message is lost, and tells all of a gap', async (it) => {
      if (!under.lose) return it.skip('There is nowhere to lose it');
      const gaps = [under.here, under.there].map(
        (bus) => new Promise<void>((resolve) => bus.onGap(resolve)),
      );
      const strays: unknown[] = [];
      under.there.subscribe('lost', (message) => strays.push(message));
      under.lose();
      await under.here.publish('lost', 'x');
      await Promise.all(gaps);
      const all = heard(under.there, 'found', 'y');
      await under.here.publish('found', 'y');
      assert.deepEqual([await all, strays], [['y'], []]);
    });
  });
}
