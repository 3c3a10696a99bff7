import type Stripe from 'stripe';
import { failedMove } from '../../domain/money/move-failures.ts';
import type { Moved } from '../../backend/ports.ts';
import { fromStripe } from './stripe-amounts.ts';
import { declineOf, refundFailureOf } from './stripe-failures.ts';

/** How a refund stands. */
export function refundState(refund: Stripe.Refund): Moved {
  const { id: reference, status, currency, failure_reason } = refund;
  const amount = fromStripe(refund.amount, currency);
  if (status === 'succeeded') return { state: 'succeeded', reference, amount };
  if (status === 'failed') return { ...refundFailureOf(failure_reason), reference };
  if (status === 'canceled') return { ...failedMove('refused', status), reference };
  return { state: 'pending', reference };
}

/** How a charge or a hold stands. */
export function intentState(intent: Stripe.PaymentIntent): Moved {
  const { id: reference, status, currency } = intent;
  if (status === 'succeeded')
    return { state: 'succeeded', reference, amount: fromStripe(intent.amount_received, currency) };
  if (status === 'requires_capture') {
    const until = endOf(intent);
    const amount = fromStripe(intent.amount_capturable, currency);
    return { state: 'succeeded', reference, amount, ...(until && { until }) };
  }
  if (status === 'processing') return { state: 'pending', reference };
  if (status === 'canceled') return { ...failedMove('hold_over', status), reference };
  if (status === 'requires_action')
    return { ...failedMove('authentication_required', status), reference };
  const { code, decline_code } = intent.last_payment_error ?? {};
  return { ...declineOf(code ?? status, decline_code), reference };
}

/** When the card lets go of a hold by itself; its charge has to have come along. */
function endOf({ latest_charge }: Stripe.PaymentIntent): string | undefined {
  if (!latest_charge || typeof latest_charge === 'string') return undefined;
  const seconds = latest_charge.payment_method_details?.card?.capture_before;
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
}
