import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import Stripe from 'stripe';
import type { Moved } from '../../../src/backend/ports.ts';
import { createLog } from '../../../src/server/drivers/log.ts';
import { fromStripe, toStripe } from '../../../src/server/drivers/stripe-amounts.ts';
import { stripeEvents } from '../../../src/server/drivers/stripe-news.ts';
import { createStripePayments, type StripePayments } from '../../../src/server/drivers/stripe.ts';
import {
  aStripeServer,
  stripeError,
  stripeFixtures,
  type StripeAnswer,
  type StripeServer,
} from '../../builders/stripe.ts';
import { absent } from '../../data/source.ts';
import { paymentsSuite } from '../../suites/payments.ts';

const skip = !stripeFixtures && absent('stripe-fixtures');
const secretKey = 'sk_test_canary4eC39HqLyjWDarjtT1';
const webhookSecret = 'whsec_canary8f14e45fceea167a5a36';
const START = new Date('2026-11-28T09:00:00Z');

async function aStripe({ patience = 5_000 } = {}) {
  const server = await aStripeServer(stripeFixtures!);
  let now = START;
  const payments = createStripePayments({
    ...{ secretKey, webhookSecret, patience, api: server.url },
    clock: () => now,
  });
  const pass = (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000));
  return { server, payments, pass, close: () => server.close() };
}

/** Its codes, without its words. */
const saidBy = ({ body }: StripeAnswer): string =>
  [...JSON.stringify(body).matchAll(/"(?:type|code|decline_code)":"(\w+)"/g)]
    .map(([, code]) => code)
    .join('/') || 'no JSON';

/** A webhook as Stripe posts it. */
function posted(payload: string, { secret = webhookSecret, at = START } = {}) {
  const timestamp = at.getTime() / 1000;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const headers = { 'Stripe-Signature': signature };
  return {
    request: new Request('https://desk.example/', { method: 'POST', headers }),
    bytes: new TextEncoder().encode(payload),
  };
}

paymentsSuite(
  'Stripe’s SDK against Stripe’s fixtures',
  async () => {
    const { server, payments, pass, close } = await aStripe({ patience: 1_000 });
    return {
      ...{ payments, pass, close },
      payment: (way) => `pi_${way}`,
      source: (way) => `pm_${way}`,
      settle: async () => server.settle().map((payload) => posted(payload)),
    };
  },
  skip,
);

describe('Stripe', { skip }, () => {
  let server: StripeServer;
  let payments: StripePayments;
  let close: () => Promise<void>;
  let keys = 0;
  before(async () => {
    ({ server, payments, close } = await aStripe());
  });
  after(() => close());
  beforeEach(() => void server.requests.splice(0));

  const eur = (amount: number) => ({ amount, currency: 'EUR', key: `move-${(keys += 1)}` });
  const chargeOf = async (amount: number) => {
    const moved = await payments.charge({ ...eur(amount), source: 'pm_plain' });
    return moved.state === 'succeeded' ? moved : assert.fail(JSON.stringify(moved));
  };
  const reasonOf = (moved: Moved) =>
    moved.state === 'failed' ? [moved.reason, moved.retryable, moved.said] : moved.state;

  test('is asked for a refund with its key, and for nothing else', async () => {
    const refund = { ...eur(1299), payment: 'pi_plain' };
    await payments.refund(refund);
    const [{ method, path, body, headers } = assert.fail(), ...more] = server.requests;
    assert.deepEqual([method, path, more], ['POST', '/v1/refunds', []]);
    assert.deepEqual(body, {
      ...{ payment_intent: 'pi_plain', amount: '1299' },
      'metadata[front_desk]': refund.key,
    });
    assert.equal(headers['idempotency-key'], refund.key);
    assert.equal(headers['authorization'], `Bearer ${secretKey}`);
    assert.equal(headers['x-stripe-client-telemetry'], undefined);
  });

  for (const [act, capture] of [
    ['charge', 'automatic'],
    ['hold', 'manual'],
  ] as const)
    test(`is asked for a ${act} off session, of the customer the method belongs to`, async () => {
      await payments[act]({ ...eur(500), source: 'pm_plain' });
      const { body } = server.requests.at(-1) ?? assert.fail();
      const wanted = {
        ...{ amount: '500', currency: 'eur', customer: 'cus_1', payment_method: 'pm_plain' },
        ...{ confirm: 'true', off_session: 'true', capture_method: capture },
        'automatic_payment_methods[allow_redirects]': 'never',
      };
      for (const [field, value] of Object.entries(wanted)) assert.equal(body[field], value, field);
    });

  test('charges the method that has paid before', async () => {
    const moved = await payments.charge({ ...eur(500), source: 'pi_plain' });
    assert.equal(moved.state, 'succeeded');
    assert.equal(server.requests.at(-1)?.body['payment_method'], 'pm_plain');
  });

  const answers: [answer: StripeAnswer, reason: string, retryable: boolean][] = [
    [stripeError(402, 'card_error', { code: 'card_declined' }), 'declined', false],
    [stripeError(402, 'card_error', { code: 'expired_card' }), 'method_gone', false],
    [
      stripeError(402, 'card_error', { code: 'card_declined', decline_code: 'stolen_card' }),
      'method_gone',
      false,
    ],
    [
      stripeError(402, 'card_error', { code: 'authentication_required' }),
      'authentication_required',
      false,
    ],
    [
      stripeError(400, 'invalid_request_error', { code: 'charge_disputed' }),
      'not_refundable',
      false,
    ],
    [
      stripeError(400, 'invalid_request_error', { code: 'balance_insufficient' }),
      'shop_balance',
      false,
    ],
    [stripeError(400, 'invalid_request_error', { code: 'of_tomorrow' }), 'refused', false],
    [stripeError(401, 'invalid_request_error'), 'credentials', true],
    [stripeError(403, 'invalid_request_error'), 'credentials', true],
    [stripeError(409, 'idempotency_error', { code: 'idempotency_key_in_use' }), 'busy', true],
    [stripeError(429, 'invalid_request_error', { code: 'rate_limit' }), 'busy', true],
    [stripeError(500, 'api_error'), 'provider_error', true],
    [stripeError(503, 'api_error'), 'provider_error', true],
    [{ status: 502, body: '<html>Bad Gateway</html>' }, 'provider_error', true],
  ];
  for (const [answer, reason, retryable] of answers)
    test(`an answer ${answer.status} that says ${saidBy(answer)} is ${reason}, asked once`, async () => {
      server.next(answer);
      const moved = await payments.refund({ ...eur(100), payment: 'pi_plain' });
      assert.deepEqual(moved.state === 'failed' && [moved.reason, moved.retryable], [
        reason,
        retryable,
      ]);
      assert.equal(server.requests.length, 1);
    });

  test('a payment method that is gone is said to be', async () => {
    const moved = await payments.charge({ ...eur(100), source: 'pm_unknown' });
    assert.deepEqual(reasonOf(moved), ['method_gone', false, 'resource_missing']);
  });

  test('an answer that does not come in time is `unreachable`, asked once', async () => {
    const hasty = await aStripe({ patience: 2_000 });
    hasty.server.next('hang');
    const moved = await hasty.payments.refund({ ...eur(100), payment: 'pi_plain' });
    assert.deepEqual(reasonOf(moved).slice(0, 2), ['unreachable', true]);
    assert.equal(hasty.server.requests.length, 1);
    await hasty.close();
    const nowhere = await hasty.payments.look('re_0');
    assert.deepEqual(reasonOf(nowhere).slice(0, 2), ['unreachable', true]);
  });

  test('a line that breaks is taken up once, and the money moves once', async () => {
    const { reference: payment } = await chargeOf(900);
    server.requests.splice(0);
    server.next('cut');
    const moved = await payments.refund({ ...eur(900), payment });
    assert.equal(moved.state, 'succeeded', JSON.stringify(moved));
    const [first, second] = server.requests;
    assert.equal(first?.headers['idempotency-key'], second?.headers['idempotency-key']);
  });

  test('a 500 is repeated under its key; what it did in spite of that is found', async () => {
    const refund = { ...eur(100), payment: 'pi_plain' };
    server.next(stripeError(500, 'api_error'));
    const first = await payments.refund(refund);
    assert.deepEqual(
      [await payments.refund(refund), await payments.refund({ ...refund, again: true })],
      [first, first],
    );
    const done = { ...eur(100), payment: 'pi_plain' };
    const moved = await payments.refund(done);
    server.requests.splice(0);
    assert.deepEqual(await payments.refund({ ...done, again: true }), moved);
    assert.deepEqual(
      server.requests.map(({ method }) => method),
      ['GET'],
    );
  });

  test('a hold taken in a try whose answer was lost is found', async () => {
    const hold = await payments.hold({ ...eur(700), source: 'pm_plain' });
    const reference = hold.state === 'succeeded' ? hold.reference : assert.fail();
    const capture = { ...eur(600), hold: reference };
    const taken = await payments.capture(capture);
    server.requests.splice(0);
    assert.deepEqual(await payments.capture({ ...capture, again: true }), taken);
    assert.deepEqual(
      server.requests.map(({ method }) => method),
      ['GET'],
    );
  });

  test('a refund that has failed later says why', async () => {
    const refund = { id: 're_1', status: 'failed', failure_reason: 'lost_or_stolen_card' };
    server.next({ status: 200, body: { ...refund, amount: 100, currency: 'eur' } });
    assert.deepEqual(reasonOf(await payments.look('re_1')), [
      ...['method_gone', false, 'lost_or_stolen_card'],
    ]);
  });

  test('the doctor’s question moves nothing', async () => {
    assert.equal(await payments.check(), undefined);
    assert.deepEqual(
      server.requests.map(({ method }) => method),
      ['GET'],
    );
    server.next(stripeError(401, 'invalid_request_error'));
    assert.equal((await payments.check())?.reason, 'credentials');
  });

  describe('its webhooks', () => {
    const refund = { id: 're_9', object: 'refund', payment_intent: 'pi_9', metadata: {} };
    const news = ({ request, bytes }: ReturnType<typeof posted>) => payments.news(request, bytes);

    for (const type of stripeEvents)
      test(`tell of ${type}`, async () => {
        const told = await news(posted(server.event(type, refund)));
        assert.deepEqual(
          told?.map(({ reference, key }) => [reference, key]),
          [['re_9', undefined]],
        );
      });

    test('tell nothing by other events', async () =>
      assert.deepEqual(await news(posted(server.event('customer.created', { id: 'cus' }))), []));

    test('are believed with the right secret alone, and for five minutes', async () => {
      const payload = server.event('refund.updated', refund);
      const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);
      assert.ok(await news(posted(payload, { at: at(-300) })));
      assert.equal(await news(posted(payload, { at: at(-301) })), undefined);
      assert.equal(await news(posted(payload, { secret: 'whsec_another' })), undefined);
    });
  });

  test('neither secrets nor Stripe’s own words are in an answer or a log', async () => {
    let told = '';
    const log = createLog((line) => (told += line));
    for (const [answer] of answers) {
      server.next(answer);
      told += JSON.stringify(await payments.refund({ ...eur(100), payment: 'pi_plain' }));
      await payments
        .refund({ ...eur(1), payment: secretKey })
        .catch((error: unknown) => log.error('move_failed', error));
    }
    log.info('move_failed', { reason: secretKey, what: webhookSecret });
    for (const canary of [secretKey, webhookSecret, '4242424242424242', 'mara@kern.eu'])
      assert.ok(!told.includes(canary), canary);
  });
});

describe('amounts as Stripe counts them', () => {
  const cases: [amount: number, currency: string, stripe: number | undefined][] = [
    [1099, 'EUR', 1099],
    [1099, 'JPY', 1099],
    [12_340, 'KWD', 12_340],
    [5, 'ISK', 500],
    [5, 'UGX', undefined],
    [0, 'EUR', undefined],
    [-5, 'EUR', undefined],
    [1.5, 'EUR', undefined],
  ];
  for (const [amount, currency, counted] of cases)
    test(`${amount} ${currency} are ${counted}`, () => {
      assert.equal(toStripe(amount, currency), counted);
      if (counted !== undefined) assert.equal(fromStripe(counted, currency.toLowerCase()), amount);
    });
});

test('docs/payments.md names the events an endpoint is to be given', () => {
  const page = readFileSync(new URL('../../../docs/payments.md', import.meta.url), 'utf8');
  const [, list = ''] = /with the\s+events ([^;]+);/.exec(page) ?? [];
  assert.deepEqual(
    list.split(/,\s*/),
    stripeEvents.map((name) => `\`${name}\``),
  );
});
