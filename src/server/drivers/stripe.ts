import Stripe from 'stripe';
import { failedMove, type FailedMove } from '../../domain/money/move-failures.ts';
import type { ChargeAsked, Clock, Moved, Payments } from '../../backend/ports.ts';
import { fromStripe, toStripe } from './stripe-amounts.ts';
import { failureOf } from './stripe-failures.ts';
import { idOf, KEY, newsOf } from './stripe-news.ts';
import { intentState, refundState } from './stripe-states.ts';

export interface StripeOptions {
  /** sk_… or rk_…. */
  secretKey: string;
  /** whsec_…, of the endpoint. */
  webhookSecret: string;
  clock: Clock;
  /** Where its API answers; at Stripe when left out. */
  api?: URL;
  /** How long an answer may take, in ms. */
  patience?: number;
}

export interface StripePayments extends Payments {
  /** Whether Stripe takes our key; moves nothing. */
  check(): Promise<FailedMove | undefined>;
}

const PATIENCE = 20_000;
/** How old a signature may be, in seconds. */
const TOLERANCE = 300;
const CAPTURE_KEY = `${KEY}_capture`;

/** One shop's money by Stripe's own SDK. */
export function createStripePayments(options: StripeOptions): StripePayments {
  const { secretKey, webhookSecret, clock, api, patience = PATIENCE } = options;
  const stripe = new Stripe(secretKey, {
    // who asked tries again, when it is time and under the same key
    maxNetworkRetries: 0,
    timeout: patience,
    telemetry: false,
    ...(api && { host: api.hostname, port: api.port, protocol: 'http' }),
  });

  return {
    name: 'stripe',
    capabilities: { refund: ['card', 'paypal', 'bank'], charge: ['card', 'bank'], hold: ['card'] },

    refund: ({ key, payment, amount, currency, again }) =>
      answered(async () => {
        const counted = toStripe(amount, currency);
        if (counted === undefined) return failedMove('amount_invalid');
        const of = payment.startsWith('pi_') ? { payment_intent: payment } : { charge: payment };
        const before = again && (await madeBefore(stripe.refunds.list(of), key));
        const refund =
          before ||
          (await stripe.refunds.create(
            { ...of, amount: counted, metadata: { [KEY]: key } },
            { idempotencyKey: key },
          ));
        return refundState(refund);
      }),

    charge: (asked) => take(asked, 'automatic'),
    hold: (asked) => take(asked, 'manual'),

    capture: ({ key, hold, amount, currency, again }) =>
      answered(async () => {
        const counted = toStripe(amount, currency);
        if (counted === undefined) return failedMove('amount_invalid');
        const before = again && (await stripe.paymentIntents.retrieve(hold));
        if (before && before.metadata[CAPTURE_KEY] === key) return intentState(before);
        const intent = await stripe.paymentIntents.capture(
          hold,
          { amount_to_capture: counted, metadata: { [CAPTURE_KEY]: key } },
          { idempotencyKey: key },
        );
        return intentState(intent);
      }),

    release: ({ key, hold }) =>
      answered(async () => {
        const before = await stripe.paymentIntents.retrieve(hold);
        if (before.status !== 'canceled')
          await stripe.paymentIntents.cancel(hold, {}, { idempotencyKey: key });
        const amount = fromStripe(before.amount, before.currency);
        return { state: 'succeeded', reference: hold, amount };
      }),

    look: (reference) =>
      answered(async () =>
        reference.startsWith('pi_')
          ? intentState(await stripe.paymentIntents.retrieve(reference, withCharge))
          : refundState(await stripe.refunds.retrieve(reference)),
      ),

    async news(request, bytes) {
      const signature = request.headers.get('stripe-signature') ?? '';
      const now = clock().getTime();
      try {
        const { webhooks } = stripe;
        return newsOf(
          await webhooks.constructEventAsync(
            ...([bytes, signature, webhookSecret, TOLERANCE, undefined, now] as const),
          ),
        );
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
        throw error;
      }
    },

    check: () =>
      stripe.refunds.list({ limit: 1 }).then(
        () => undefined,
        (error: unknown) => failureOf(error),
      ),
  };

  function take(asked: ChargeAsked, capture_method: 'automatic' | 'manual'): Promise<Moved> {
    const { key, source, amount, currency, again } = asked;
    return answered(async () => {
      const counted = toStripe(amount, currency);
      if (counted === undefined) return failedMove('amount_invalid');
      const { customer, payment_method } = await payerOf(source);
      if (customer === undefined || payment_method === undefined) return failedMove('method_gone');
      const before = again && (await madeBefore(stripe.paymentIntents.list({ customer }), key));
      const intent =
        before ||
        (await stripe.paymentIntents.create(
          {
            ...{ customer, payment_method, capture_method, ...withCharge },
            ...{ amount: counted, currency: currency.toLowerCase(), metadata: { [KEY]: key } },
            // its customer is not there to be sent anywhere
            ...{ confirm: true, off_session: true },
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
          },
          { idempotencyKey: key },
        ));
      return intentState(intent);
    });
  }

  /** Whose method it is, or which method a payment was made with. */
  async function payerOf(source: string) {
    if (source.startsWith('pi_')) {
      const { customer, payment_method } = await stripe.paymentIntents.retrieve(source);
      return { customer: idOf(customer), payment_method: idOf(payment_method) };
    }
    const { id, customer } = await stripe.paymentMethods.retrieve(source);
    return { customer: idOf(customer), payment_method: id };
  }
}

const withCharge = { expand: ['latest_charge'] };

const answered = (act: () => Promise<Moved>): Promise<Moved> => act().catch(failureOf);

/** What an earlier try under this key has made, whose answer was lost. */
async function madeBefore<Made extends { metadata: Stripe.Metadata | null }>(
  list: AsyncIterable<Made>,
  key: string,
): Promise<Made | undefined> {
  for await (const each of list) if (each.metadata?.[KEY] === key) return each;
  return undefined;
}
