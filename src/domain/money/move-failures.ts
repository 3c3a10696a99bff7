/**
 * Why money did not move. `retryable`: the same may be asked again under the same key, and may go
 * well then; else it is over, and a new move needs a new key.
 */
export const moveFailures = {
  declined: { retryable: false, means: 'The bank says no' },
  insufficient_funds: { retryable: false, means: 'There is not enough on the account' },
  authentication_required: {
    retryable: false,
    means: 'The bank wants to hear it from its customer, who is not there',
  },
  method_gone: { retryable: false, means: 'The payment method is expired, removed or unknown' },
  payment_unknown: { retryable: false, means: 'The provider knows no such payment or hold' },
  already_refunded: { retryable: false, means: 'All of the payment has been given back' },
  not_refundable: { retryable: false, means: 'The payment is disputed or too old' },
  amount_invalid: {
    retryable: false,
    means: 'More than is left of the payment or hold, or less than can be moved',
  },
  hold_over: { retryable: false, means: 'The hold was taken, let go or has run out' },
  unsupported: { retryable: false, means: 'This kind of payment cannot be moved that way' },
  shop_balance: { retryable: false, means: 'The shop has too little with its provider' },
  key_reused: { retryable: false, means: 'The key has served for something else: a fault of ours' },
  refused: { retryable: false, means: 'Another no; `said` has the provider’s own word' },
  busy: { retryable: true, means: 'Too many requests, or this one is under way already' },
  unreachable: { retryable: true, means: 'No answer came; it may have moved all the same' },
  provider_error: { retryable: true, means: 'The provider failed; it may have moved all the same' },
  credentials: { retryable: true, means: 'The provider does not take the shop’s key' },
} as const satisfies Record<string, { retryable: boolean; means: string }>;

export type MoveFailure = keyof typeof moveFailures;

export interface FailedMove {
  state: 'failed';
  reason: MoveFailure;
  retryable: boolean;
  /** The provider's own code, for the shop's people; never for a shopper. */
  said?: string;
}

export const failedMove = (reason: MoveFailure, said?: string): FailedMove => ({
  state: 'failed',
  reason,
  retryable: moveFailures[reason].retryable,
  ...(said !== undefined && { said }),
});
