import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decideCancellation } from '../../src/domain/changes/cancellation.ts';
import { decideEdit } from '../../src/domain/changes/edits.ts';
import type { SettledMove, Shop, Storage } from '../../src/backend/ports.ts';
import type { WebhookEvent } from '../../src/contract/webhook-events.ts';
import { aPolicy } from '../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../builders/rows.ts';
import { anEndpoint, aShop } from '../builders/shop.ts';

const start = new Date('2026-11-23T09:00:00.000Z');
const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const at = (seconds: number): string => later(seconds).toISOString();
const policy = aPolicy({ edit: { undoMinutes: 0, payWithinMinutes: 60 } });
const done = (amount: number, reference = 're_1'): SettledMove => ({
  ...{ state: 'done', reference, amount },
});

/** What money that is to move must keep on every engine. */
export function moneySuite(name: string, open: () => Promise<Storage>): void {
  describe(`money: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    /** A shop with an order paid by card, which it has placed at 10,000. */
    async function shopWith(id: string): Promise<Shop> {
      const shop = aShop({ id, policy, webhooks: [anEndpoint()] });
      await storage.catalogue.put(shop, [
        aCustomer({ paymentMethods: [{ id: 'visa', kind: 'card', label: 'Visa' }] }),
        aProduct({
          variants: [10_000, 12_000].map((price) => ({
            ...{ id: `boots-${price}`, price, currency: 'EUR', available: true },
          })),
        }),
        anOrder({
          ...{ id: 'o-1', customer: 'anna', status: 'placed' },
          lines: [aLine({ variant: 'boots-10000', unitPrice: 10_000 })],
          payments: [
            { kind: 'card', label: 'Visa', amount: 10_000, method: 'visa', reference: 'pi_1' },
          ],
        }),
      ]);
      return shop;
    }

    async function write(
      shop: Shop,
      decide: Parameters<Storage['changes']['write']>[3],
      request: object,
    ) {
      const wish = { at: start, by: 'customer', request, variants: ['boots-12000'] } as const;
      const written = await storage.changes.write(shop, 'o-1', wish, decide);
      assert.ok(written && !('refused' in written));
      return written.receipt;
    }
    const cancelled = async (id: string) => {
      const shop = await shopWith(id);
      const request = { reason: 'other', refundTo: 'original' } as const;
      await write(
        shop,
        (held) => decideCancellation({ ...held, policy, now: start, request }),
        request,
      );
      return shop;
    };
    /** It comes to 2,000 more, which the card is charged. */
    const edited = async (id: string) => {
      const shop = await shopWith(id);
      const lines = [{ line: 'line-1', variant: 'boots-12000' }];
      const request = { kind: 'items' as const, lines, add: [], payment: 'visa' };
      await write(shop, (held) => decideEdit({ ...held, policy, now: start, request }), request);
      return shop;
    };

    /** Those of a shop: others of this suite lie about in the same database. */
    async function claim(shop: Shop, now: number) {
      const lease = { now: at(now), until: at(now + 60), most: 100 };
      return (await storage.money.claim(lease)).filter((each) => each.shop === shop.id);
    }
    const settle = (shop: Shop, id: string, now: number, settled: SettledMove) =>
      storage.money.settle(shop, id, at(now + 60), settled, later(now));
    const receipt = async (shop: Shop) => (await storage.changes.receipts(shop.id, 'o-1'))[0]!;
    const movesOf = async (shop: Shop) =>
      (await receipt(shop)).moves.map(({ amount, state }) => [amount, state]);
    async function told(shop: Shop): Promise<string[]> {
      const url = shop.webhooks![0]!.url;
      const events: string[] = [];
      for (;;) {
        const lease = { now: at(9e6), until: at(9e6 + 60), most: 10 };
        const claimed = await storage.outbox.claim({ shop: shop.id, url }, lease);
        if (claimed.length === 0) return events;
        for (const { id, type, body } of claimed) {
          const { data } = JSON.parse(body) as WebhookEvent;
          const what = 'receipt' in data ? data.receipt.state : '';
          const why = 'money' in data ? (data.money.reason ?? 'nobody') : '';
          events.push([type, what, why].filter(Boolean).join(' '));
          await storage.outbox.settle(id, at(9e6 + 60), {
            ...{ state: 'delivered', now: at(9e6), until: at(9e6), result: 'http_200' },
          });
        }
      }
    }

    test('is one caller’s until it has been settled, or its lease is over', async () => {
      const shop = await cancelled('claims');
      const [first, second] = await Promise.all([claim(shop, 0), claim(shop, 0)]);
      const [move, ...more] = [...first, ...second];
      assert.equal(more.length, 0);
      assert.deepEqual(
        [move?.what, move?.amount, move?.reference, move?.attempts, move?.decidedAt],
        ['refund', 10_000, 'pi_1', 1, at(0)],
      );
      assert.deepEqual(await claim(shop, 59), []);
      const [again] = await claim(shop, 60);
      assert.deepEqual([again?.id, again?.attempts], [move?.id, 2]);
      assert.equal(await settle(shop, move!.id, 0, done(10_000)), undefined);
      assert.ok(await settle(shop, move!.id, 60, done(10_000)));
      assert.equal(await settle(shop, move!.id, 60, done(10_000)), undefined);
      assert.deepEqual(await movesOf(shop), [[10_000, 'done']]);
      assert.deepEqual(await claim(shop, 5000), []);
      assert.deepEqual(await told(shop), [
        ...['order.updated', 'order.status_changed', 'order.cancelled done'],
      ]);
    });

    test('of which a part has moved goes on as a move of its own', async () => {
      const shop = await cancelled('parts');
      const [move] = await claim(shop, 0);
      await settle(shop, move!.id, 0, done(4000));
      const [rest] = await claim(shop, 1);
      assert.notEqual(rest?.id, move?.id);
      assert.deepEqual([rest?.amount, rest?.attempts], [6000, 1]);
      await settle(shop, rest!.id, 1, { state: 'failed', result: 'declined' });
      assert.deepEqual((await movesOf(shop)).toSorted(), [
        [4000, 'done'],
        [6000, 'failed'],
      ]);
      assert.equal((await told(shop)).at(-1), 'refund.requested declined');
    });

    test('that nobody here can move is the shop’s, and waited for no more', async () => {
      const shop = await cancelled('unasked');
      const [move] = await claim(shop, 0);
      await settle(shop, move!.id, 0, { state: 'unasked' });
      assert.deepEqual(await claim(shop, 9999), []);
      assert.equal((await told(shop)).at(-1), 'refund.requested nobody');
    });

    test('waits, and is looked at at once when there are news', async () => {
      const shop = await cancelled('pending');
      const [move] = await claim(shop, 0);
      const pending = {
        state: 'moving',
        seconds: 600,
        result: 'pending',
        reference: 're_p',
      } as const;
      await settle(shop, move!.id, 0, pending);
      assert.deepEqual(await claim(shop, 500), []);
      const news = { id: 'evt', reference: 're_p' };
      assert.equal(await storage.money.wake('another', news, at(500)), false);
      assert.equal(await storage.money.wake(shop.id, news, at(500)), true);
      const [again] = await claim(shop, 500);
      assert.equal(again?.movedAs, 're_p');
      assert.equal(await storage.money.wake(shop.id, news, at(501)), false);
      await settle(shop, move!.id, 500, done(10_000, 're_p'));
      assert.equal(await storage.money.reopen(shop.id, news, at(502)), true);
      assert.equal((await claim(shop, 502))[0]?.movedAs, 're_p');
    });

    test('that is paid makes an edit count, under the provider’s name', async () => {
      const shop = await edited('paid');
      assert.equal((await receipt(shop)).state, 'awaiting_payment');
      const [move] = await claim(shop, 0);
      assert.deepEqual([move?.what, move?.method, move?.payBy], ['charge', 'visa', at(3600)]);
      await settle(shop, move!.id, 0, done(2000, 'pi_2'));
      assert.equal((await receipt(shop)).state, 'done');
      const order = await storage.catalogue.order(shop.id, 'o-1');
      assert.deepEqual(
        order?.payments.map(({ reference, amount }) => [reference, amount]),
        [
          ['pi_1', 10_000],
          ['pi_2', 2000],
        ],
      );
      assert.deepEqual(
        (await told(shop)).filter((event) => event.startsWith('order.edited')),
        ['order.edited awaiting_payment', 'order.edited done'],
      );
    });

    test('that is not paid undoes the edit, and what was paid of it goes back', async () => {
      const shop = await edited('unpaid');
      const [move] = await claim(shop, 0);
      await settle(shop, move!.id, 0, done(500, 'pi_2'));
      assert.equal((await receipt(shop)).state, 'awaiting_payment');
      const [rest] = await claim(shop, 1);
      const failed = { state: 'failed', result: 'declined' } as const;
      const result = await settle(shop, rest!.id, 1, failed);
      assert.equal(result?.so, 'unpaid');
      assert.equal((await receipt(shop)).state, 'undone');
      const order = await storage.catalogue.order(shop.id, 'o-1');
      assert.deepEqual([order?.total, order?.lines[0]?.variant], [10_000, 'boots-10000']);
      const [back] = await claim(shop, 2);
      assert.deepEqual([back?.what, back?.amount, back?.reference], ['refund', 500, 'pi_2']);
      assert.equal((await told(shop)).at(-1), 'order.edited undone');
    });

    test('that is not paid, for an order that is another by now, is told', async () => {
      const shop = await edited('stands');
      const [move] = await claim(shop, 0);
      const order = (await storage.catalogue.order(shop.id, 'o-1'))!;
      await storage.catalogue.put(shop, [anOrder({ ...order, status: 'processing' } as never)]);
      const failed = { state: 'failed', result: 'declined' } as const;
      assert.equal((await settle(shop, move!.id, 0, failed))?.so, 'stands');
      assert.equal((await receipt(shop)).state, 'done');
      assert.equal((await told(shop)).at(-1), 'charge.failed declined');
    });

    test('that was given up and comes after all goes back, once', async () => {
      const shop = await edited('late');
      const [move] = await claim(shop, 0);
      await settle(shop, move!.id, 0, { state: 'failed', result: 'unreachable' });
      const news = { id: 'evt', reference: 'pi_late', key: move!.id };
      assert.equal(await storage.money.giveBack(shop.id, news, 2000, at(5)), true);
      assert.equal(await storage.money.giveBack(shop.id, news, 2000, at(6)), false);
      const [back] = await claim(shop, 6);
      assert.deepEqual([back?.what, back?.amount, back?.reference], ['refund', 2000, 'pi_late']);
    });

    test('is asked for at once when its time to pay is over', async () => {
      const shop = await edited('overdue');
      const [move] = await claim(shop, 0);
      await settle(shop, move!.id, 0, { state: 'moving', seconds: 9000, result: 'unreachable' });
      await storage.money.hurry(at(3599));
      assert.deepEqual(await claim(shop, 3599), []);
      await storage.money.hurry(at(3600));
      assert.equal((await claim(shop, 3600)).length, 1);
    });

    test('can be called off with its receipt, until somebody has been asked for it', async () => {
      const lines = [{ line: 'line-1', variant: 'boots-12000' }];
      const request = { kind: 'items' as const, lines, add: [], payment: 'visa' };
      const slowly = aPolicy({ edit: { undoMinutes: 10, payWithinMinutes: 60 } });
      for (const [id, isAsked] of [
        ['undone', false],
        ['asked', true],
      ] as const) {
        const shop = await shopWith(id);
        const { id: receiptId } = await write(
          shop,
          (held) => decideEdit({ ...held, policy: slowly, now: start, request }),
          request,
        );
        assert.deepEqual(await claim(shop, 599), []);
        if (isAsked) assert.equal((await claim(shop, 600)).length, 1);
        const undone = await storage.changes.undo(shop, receiptId, { at: later(600) });
        assert.deepEqual(
          undone && ('refused' in undone ? undone.refused : undone.receipt.state),
          isAsked ? 'undo_over' : 'undone',
        );
        if (!isAsked) assert.deepEqual(await claim(shop, 9999), []);
      }
    });

    test('that the shop has to agree to moves once it has, or never', async () => {
      const looking = aPolicy({ cancel: { review: true } });
      const request = { reason: 'other', refundTo: 'original' } as const;
      for (const agreed of [true, false]) {
        const shop = await shopWith(agreed ? 'agreed' : 'refused');
        const waiting = await write(
          shop,
          (held) => decideCancellation({ ...held, policy: looking, now: start, request }),
          request,
        );
        assert.deepEqual(
          (await storage.changes.reviews(shop.id, 9)).map(({ id }) => id),
          [waiting.id],
        );
        assert.deepEqual(await claim(shop, 9999), []);
        assert.deepEqual(await told(shop), []);
        const done = await storage.changes.review(shop, waiting.id, agreed, later(9));
        assert.ok(done && !('refused' in done));
        assert.equal(done.receipt.state, agreed ? 'done' : 'refused');
        const order = await storage.catalogue.order(shop.id, 'o-1');
        assert.equal(order?.status, agreed ? 'cancelled' : 'placed');
        assert.equal((await claim(shop, 9999)).length, agreed ? 1 : 0);
        const again = await storage.changes.review(shop, waiting.id, agreed, later(10));
        assert.deepEqual(again, { refused: 'review_over' });
        assert.deepEqual(
          (await told(shop)).filter((event) => !/updated|status/.test(event)),
          agreed ? ['order.cancelled done'] : [],
        );
      }
    });

    test('was being asked for when its process died, and is free at the next start', async () => {
      const shop = await cancelled('died');
      assert.equal((await claim(shop, 0)).length, 1);
      assert.ok((await storage.money.release(at(1))) >= 1);
      assert.equal((await claim(shop, 1)).length, 1);
    });
  });
}
