import Stripe from 'stripe';
import { failedMove, type FailedMove, type MoveFailure } from '../../domain/money/move-failures.ts';

/** Error codes of Stripe's (https://docs.stripe.com/error-codes) in our words. */
const codes: Record<string, MoveFailure> = {
  charge_already_refunded: 'already_refunded',
  charge_disputed: 'not_refundable',
  amount_too_small: 'amount_invalid',
  amount_too_large: 'amount_invalid',
  payment_intent_unexpected_state: 'hold_over',
  charge_already_captured: 'hold_over',
  charge_expired_for_capture: 'hold_over',
  capture_charge_authorization_expired: 'hold_over',
  balance_insufficient: 'shop_balance',
  insufficient_funds: 'shop_balance',
  payment_method_unactivated: 'unsupported',
  payment_method_invalid_parameter: 'unsupported',
  payment_method_unexpected_state: 'method_gone',
};

/** Codes of a card that is refused, https://docs.stripe.com/declines/codes; any other is a no. */
const declines: Record<string, MoveFailure> = {
  insufficient_funds: 'insufficient_funds',
  authentication_required: 'authentication_required',
  expired_card: 'method_gone',
  lost_card: 'method_gone',
  stolen_card: 'method_gone',
  pickup_card: 'method_gone',
};

/** Why a refund has failed after it was taken on. */
const refundFailures: Record<string, MoveFailure> = {
  lost_or_stolen_card: 'method_gone',
  expired_or_canceled_card: 'method_gone',
  charge_for_pending_refund_disputed: 'not_refundable',
  insufficient_funds: 'shop_balance',
  declined: 'declined',
};

/** What an error of the SDK comes to; its message is left out, for it may quote what we sent. */
export function failureOf(error: unknown): FailedMove {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const { code, decline_code, rawType, param, statusCode } = error;
  const said = [code, decline_code].filter((each) => each !== undefined).join('/') || rawType;
  if (error instanceof Stripe.errors.StripeConnectionError) return failedMove('unreachable', said);
  if (statusCode === undefined || statusCode >= 500) return failedMove('provider_error', said);
  if (statusCode === 401 || statusCode === 403) return failedMove('credentials', said);
  if (statusCode === 409 || error instanceof Stripe.errors.StripeRateLimitError)
    return failedMove('busy', said);
  if (statusCode === 402) return declineOf(code, decline_code);
  if (rawType === 'idempotency_error') return failedMove('key_reused', said);
  if (code === 'resource_missing')
    return failedMove(param === 'payment_method' ? 'method_gone' : 'payment_unknown', said);
  const known = codes[code ?? ''] ?? (param === 'amount' ? 'amount_invalid' : 'refused');
  return failedMove(known, said);
}

export function declineOf(code: string | undefined, declined: string | undefined): FailedMove {
  const said = [code, declined].filter((each) => each !== undefined).join('/');
  return failedMove(declines[declined ?? ''] ?? declines[code ?? ''] ?? 'declined', said);
}

export const refundFailureOf = (reason: string | undefined): FailedMove =>
  failedMove(refundFailures[reason ?? ''] ?? 'refused', reason);
