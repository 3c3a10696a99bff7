import type Stripe from 'stripe';
import type { MoneyNews } from '../../backend/ports.ts';

/** Where a move's key stands among Stripe's metadata. */
export const KEY = 'front_desk';

/** The events an endpoint at Stripe is to be given. */
export const stripeEvents = [
  'refund.created',
  'refund.updated',
  'refund.failed',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.amount_capturable_updated',
] as const;

/** What an event tells of a move; of any other event nothing. */
export function newsOf(event: Stripe.Event): MoneyNews[] {
  switch (event.type) {
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return [refundNews(event.id, event.data.object)];
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.amount_capturable_updated':
      return [news(event.id, event.data.object)];
    default:
      return [];
  }
}

function refundNews(id: string, refund: Stripe.Refund): MoneyNews {
  const payment = idOf(refund.payment_intent) ?? idOf(refund.charge);
  return { ...news(id, refund), ...(payment !== undefined && { payment }) };
}

function news(id: string, { id: reference, metadata }: Stripe.Refund | Stripe.PaymentIntent) {
  const key = metadata?.[KEY];
  return { id, reference, ...(key !== undefined && { key }) };
}

/** Of what Stripe writes as an id, or whole. */
export const idOf = (part: string | { id: string } | null): string | undefined =>
  typeof part === 'string' ? part : part?.id;
