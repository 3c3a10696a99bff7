import type { Forgetful } from './stores.ts';

/** The right to act under an Idempotency-Key, until another claim of it, with another `at`, counts. */
export interface Claim {
  shop: string;
  key: string;
  at: string;
}

/** What a claim's key is answered from now on. */
export interface SealedAnswer extends Claim {
  sealed: string;
  expiresAt: string;
}

/**
 * Makes of what a write came to the answer that its Idempotency-Key gets again. A store asks for it
 * within the write's own transaction and keeps it there, so that neither is without the other.
 */
export type Keep<Result> = (result: Result) => Promise<SealedAnswer>;

/** What was answered under an Idempotency-Key, sealed. */
export interface AnswerStore extends Forgetful {
  /** `claimed` for the one who may act. A claim older than `staleBefore` died and is taken over. */
  claim(claim: {
    shop: string;
    key: string;
    request: string;
    now: string;
    staleBefore: string;
    expiresAt: string;
  }): Promise<
    { state: 'claimed' | 'in_flight' | 'other_request' } | { state: 'kept'; sealed: string }
  >;
  /** False when the claim counts no more, or its answer is kept already. */
  keep(answer: SealedAnswer): Promise<boolean>;
  release(claim: Claim): Promise<void>;
  /**
   * Lets go of every claim without an answer, at a start with the database to ourselves: whoever
   * was at work is dead. Answers how many.
   */
  releaseAll(): Promise<number>;
}
