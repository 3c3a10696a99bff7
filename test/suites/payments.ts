import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { MoneyNews, Moved, Payments } from '../../src/backend/ports.ts';

/** What the provider is to do with a payment or a method. */
export type Way = 'plain' | 'later' | 'unknown' | 'declined' | 'insufficient' | 'flaky' | 'lost';

export interface PaymentsUnderTest {
  payments: Payments;
  /** A payment of the provider's that can be given back, or not. */
  payment(way: Way): string;
  /** A payment method stored with the provider. */
  source(way: Way): string;
  /** Lets what is pending come to its end, and brings what the provider posts of it. */
  settle(): Promise<{ request: Request; bytes: Uint8Array }[]>;
  /** The clock of who reads news. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

/** What every provider of payments must keep, so that money moves once and as it was asked. */
export function paymentsSuite(
  name: string,
  open: () => Promise<PaymentsUnderTest>,
  skip: string | false = false,
): void {
  describe(`payments: ${name}`, { skip }, () => {
    let under: PaymentsUnderTest;
    let keys = 0;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    const eur = (amount: number) => ({ amount, currency: 'EUR', key: `move-${(keys += 1)}` });
    const succeeded = (moved: Moved) => {
      assert.equal(moved.state, 'succeeded', JSON.stringify(moved));
      return moved.state === 'succeeded' ? moved : assert.fail();
    };
    const charged = async (amount: number) =>
      succeeded(await under.payments.charge({ ...eur(amount), source: under.source('plain') }));
    const held = async (amount: number) =>
      succeeded(await under.payments.hold({ ...eur(amount), source: under.source('plain') }));
    const fails = (moved: Moved, reason: string, retryable = false) =>
      assert.deepEqual(
        moved.state === 'failed' && [moved.reason, moved.retryable],
        [reason, retryable],
        JSON.stringify(moved),
      );

    test('says which kinds it moves', () => {
      const { capabilities } = under.payments;
      for (const kinds of [capabilities.refund, capabilities.charge, capabilities.hold])
        assert.ok(kinds.includes('card'));
    });

    test('gives back, and says later how that stands', async () => {
      const refund = { ...eur(4900), payment: under.payment('plain') };
      const moved = succeeded(await under.payments.refund(refund));
      assert.equal(moved.amount, 4900);
      assert.deepEqual(await under.payments.look(moved.reference), moved);
    });

    test('gives back in parts, never more than was paid', async () => {
      const { reference: payment } = await charged(5000);
      succeeded(await under.payments.refund({ ...eur(3000), payment }));
      fails(await under.payments.refund({ ...eur(2001), payment }), 'amount_invalid');
      succeeded(await under.payments.refund({ ...eur(2000), payment }));
      fails(await under.payments.refund({ ...eur(1), payment }), 'already_refunded');
    });

    test('gives back once, however often one key asks, also at a time', async () => {
      const { reference: payment } = await charged(5000);
      const refund = { ...eur(4000), payment };
      const first = await Promise.all(
        Array.from({ length: 8 }, () => under.payments.refund(refund)),
      );
      const again = await under.payments.refund({ ...refund, again: true });
      assert.deepEqual(new Set([...first, again].map((each) => JSON.stringify(each))).size, 1);
      succeeded(await under.payments.refund({ ...eur(1000), payment }));
    });

    test('refuses a key that has served for another sum', async () => {
      const refund = { ...eur(4000), payment: under.payment('plain') };
      succeeded(await under.payments.refund(refund));
      fails(await under.payments.refund({ ...refund, amount: 4001 }), 'key_reused');
    });

    test('says of a payment it does not know that it knows it not', async () => {
      const refund = { ...eur(4000), payment: under.payment('unknown') };
      fails(await under.payments.refund(refund), 'payment_unknown');
    });

    for (const [way, reason] of [
      ['declined', 'declined'],
      ['insufficient', 'insufficient_funds'],
    ] as const)
      test(`a charge of a card that is ${way} fails for good, under its key too`, async () => {
        const charge = { ...eur(4000), source: under.source(way) };
        fails(await under.payments.charge(charge), reason);
        fails(await under.payments.charge(charge), reason);
      });

    test('takes part of a hold, once, and gives back what it took', async () => {
      const { reference: hold, amount, until } = await held(5000);
      assert.equal(amount, 5000);
      assert.match(until ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);
      fails(await under.payments.capture({ ...eur(5001), hold }), 'amount_invalid');
      const capture = { ...eur(3000), hold };
      assert.equal(succeeded(await under.payments.capture(capture)).amount, 3000);
      assert.equal(succeeded(await under.payments.capture(capture)).amount, 3000);
      fails(await under.payments.capture({ ...eur(2000), hold }), 'hold_over');
      fails(await under.payments.release({ key: 'late', hold }), 'hold_over');
      succeeded(await under.payments.refund({ ...eur(3000), payment: hold }));
    });

    test('lets go of a hold, and takes nothing of it any more', async () => {
      const { reference: hold } = await held(5000);
      succeeded(await under.payments.release({ key: 'let-go', hold }));
      succeeded(await under.payments.release({ key: 'let-go', hold }));
      succeeded(await under.payments.release({ key: 'let-go-too', hold }));
      fails(await under.payments.capture({ ...eur(5000), hold }), 'hold_over');
    });

    test('tells by news that what was pending has come to its end', async () => {
      const payment = under.payment('later');
      const refund = { ...eur(4000), payment };
      const moved = await under.payments.refund(refund);
      assert.equal(moved.state, 'pending');
      const { reference } = moved.state === 'pending' ? moved : assert.fail();
      assert.equal((await under.payments.look(reference)).state, 'pending');
      const posted = await under.settle();
      const told: MoneyNews[] = [];
      for (const { request, bytes } of posted)
        told.push(...((await under.payments.news(request, bytes)) ?? assert.fail('unsigned')));
      const [news] = told;
      const { key } = refund;
      assert.deepEqual(news, { id: news?.id, reference, payment, key });
      assert.equal(succeeded(await under.payments.look(reference)).amount, 4000);
      const again = await under.payments.refund({ ...refund, again: true });
      assert.equal(succeeded(again).reference, reference);
    });

    test('believes no news that are changed, unsigned or old', async () => {
      await under.payments.refund({ ...eur(4000), payment: under.payment('later') });
      const [posted] = await under.settle();
      const { request, bytes } = posted ?? assert.fail('Nothing was posted');
      const changed = new TextEncoder().encode(`${new TextDecoder().decode(bytes)} `);
      assert.equal(await under.payments.news(request, changed), undefined);
      const bare = new Request(request.url, { method: 'POST' });
      assert.equal(await under.payments.news(bare, bytes), undefined);
      under.pass(290);
      assert.ok(await under.payments.news(request, bytes));
      under.pass(20);
      assert.equal(await under.payments.news(request, bytes), undefined);
    });

    for (const way of ['flaky', 'lost'] as const)
      test(`an answer that is ${way} may be asked for again, and the money moves once`, async () => {
        const charge = { ...eur(4000), source: under.source(way) };
        fails(await under.payments.charge(charge), 'unreachable', true);
        const { reference: payment } = succeeded(
          await under.payments.charge({ ...charge, again: true }),
        );
        succeeded(await under.payments.refund({ ...eur(4000), payment }));
      });
  });
}
