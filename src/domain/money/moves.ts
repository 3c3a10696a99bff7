import { later } from '../identity/identity.ts';
import type { FailedMove, MoveFailure } from './move-failures.ts';
import { retryDelays, settle } from '../news/outbox.ts';

/**
 * What is asked of who moves a shop's money. A hold is taken (captured) or let go (released) once;
 * one that was taken only because it would have run out is given back. Each is a move of its own.
 */
export type MoveKind = 'refund' | 'charge' | 'hold' | 'capture' | 'release' | 'hold_refund';

/** A hold that would run out is taken so long before, in seconds. */
export const takenBefore = 12 * 60 * 60;

/** For so long a provider surely knows a key, in seconds: Stripe for a day, by a clock of its own. */
const keyLife = 12 * 60 * 60;

/**
 * Whether a move may have been made before, and nobody have kept that: an earlier try had no clear
 * answer; or it was decided longer ago than its key is known, and our database may be a copy from
 * before it was asked for. `attempts` counts this one.
 */
export const mayBeMade = (
  { attempts, decidedAt }: { attempts: number; decidedAt?: string },
  now: Date,
): boolean => attempts > 1 || decidedAt === undefined || later(now, -keyLife) > decidedAt;

/** What a provider may answer. */
export type MoveAnswer =
  | { state: 'succeeded'; reference: string; amount: number; until?: string }
  | { state: 'pending'; reference: string }
  | (FailedMove & { reference?: string });

/** What becomes of a move after a try. */
export type Tried =
  /** `amount` is what has moved; the rest of what was asked is still to move. `until`: of a hold. */
  | { state: 'done'; reference: string; amount: number; until?: string }
  /** It is looked at, or asked for, once more in so many seconds. */
  | { state: 'moving'; seconds: number; result: string; reference?: string }
  /** For good. */
  | { state: 'failed'; result: MoveFailure };

export interface Try {
  /** How many there have been, this one included. */
  attempts: number;
  /** The provider has named it: this was a look at it. */
  isNamed: boolean;
  /** The time to pay is over: what has surely not moved is not asked for again. */
  isOverdue: boolean;
  /** From 0 to 1. */
  chance: number;
}

export function tried(answer: MoveAnswer, of: Try): Tried {
  if (answer.state === 'succeeded') {
    const { reference, amount, until } = answer;
    return amount > 0
      ? { state: 'done', reference, amount, ...(until !== undefined && { until }) }
      : { state: 'failed', result: 'refused' };
  }
  if (answer.state === 'pending')
    return { ...waiting(of), result: 'pending', reference: answer.reference };
  const { reason, retryable } = answer;
  // a look that got no answer says nothing of the move
  if (retryable && of.isNamed) return { ...waiting(of), result: reason };
  const isOver = !retryable || (of.isOverdue && hasNotMoved(reason));
  if (isOver || of.attempts > retryDelays.length) return { state: 'failed', result: reason };
  return { ...waiting(of), result: reason };
}

/** As what the shop's own systems are told is tried again; a look never ends. */
export const waiting = ({ attempts, chance }: Pick<Try, 'attempts' | 'chance'>) => {
  const nth = Math.min(attempts, retryDelays.length);
  const { seconds } = settle(nth, { failure: 'unreachable' }, chance);
  return { state: 'moving' as const, seconds };
};

const hasNotMoved = (reason: MoveFailure): boolean => reason === 'busy' || reason === 'credentials';
