import type { MoveFailure } from '../../domain/money/move-failures.ts';

/** How long a pending move takes, in ms. */
export const SETTLES_AFTER = 10_000;

export interface Scenario {
  means: string;
  /** It fails for good, or each time. */
  fails?: MoveFailure;
  /** What the first try under a key is answered; whether it has moved in spite of that. */
  firstTry?: { fails: MoveFailure; moves: boolean };
  /** It is pending first, and then one of these. */
  later?: 'succeeded' | MoveFailure;
  /** How much of it moves. */
  share?: number;
}

/** What happens by the last word of a payment's or a method's reference, as in `pi_declined`. */
export const scenarios: Record<string, Scenario> = {
  later: { means: 'pending, and has moved 10 seconds later', later: 'succeeded' },
  bounced: { means: 'pending, and has failed 10 seconds later: `declined`', later: 'declined' },
  partial: { means: 'half of it moves', share: 0.5 },
  declined: { means: 'fails for good: `declined`', fails: 'declined' },
  insufficient: { means: 'fails for good: `insufficient_funds`', fails: 'insufficient_funds' },
  asks: { means: 'fails for good: `authentication_required`', fails: 'authentication_required' },
  gone: { means: 'fails for good: `method_gone`', fails: 'method_gone' },
  unknown: { means: 'fails for good: `payment_unknown`', fails: 'payment_unknown' },
  disputed: { means: 'fails for good: `not_refundable`', fails: 'not_refundable' },
  flaky: {
    means: 'fails once: `unreachable`; the next try under its key works',
    firstTry: { fails: 'unreachable', moves: false },
  },
  lost: {
    means: 'moves, but says `unreachable` once; the next try under its key moves nothing more',
    firstTry: { fails: 'unreachable', moves: true },
  },
  down: { means: 'fails each time: `provider_error`', fails: 'provider_error' },
};

const plain: Scenario = { means: 'moves at once' };

export function scenarioOf(reference: string): { name: string; scenario: Scenario } {
  // what the sandbox has named itself ends as the asker's key does
  const name = reference.startsWith('sandbox.') ? '' : (reference.split('_').at(-1) ?? '');
  return Object.hasOwn(scenarios, name)
    ? { name, scenario: scenarios[name] ?? plain }
    : { name: 'plain', scenario: plain };
}
