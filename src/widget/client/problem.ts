import type { ProblemCode } from '../../contract/problems.ts';

/**
 * What went wrong before an answer could be read: no network; no answer in time or at all; an
 * answer that is not what the contract says; anything else.
 */
export type LocalCode = 'offline' | 'unreachable' | 'malformed' | 'unexpected';

const MINUTE = 60_000;

/** A refusal or a failure. The panel has its own words for each code. */
export class Problem extends Error {
  readonly code: ProblemCode | LocalCode;
  readonly status: number;
  /** The server's own sentence; empty where no server spoke. */
  readonly detail: string;
  /** Which fields are wrong, by JSON pointer. */
  readonly fields: readonly { pointer: string; detail: string }[];
  /** With `wrong_code`: how many tries remain. */
  readonly triesLeft: number | undefined;
  /** With 429 and 503: seconds to wait. */
  readonly retryAfter: number | undefined;
  /** The same as an instant: the next full minute, so that trying at the time that is told does work. */
  readonly retryAt: string | undefined;

  constructor(code: ProblemCode | LocalCode, status = 0, body: ProblemBody = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.detail = body.detail ?? '';
    this.fields = body.errors ?? [];
    this.triesLeft = body.triesLeft;
    const { retryAfter } = body;
    this.retryAfter = retryAfter;
    this.retryAt = retryAfter
      ? new Date(Math.ceil((Date.now() + retryAfter * 1000) / MINUTE) * MINUTE).toISOString()
      : undefined;
  }
}

export interface ProblemBody {
  code?: ProblemCode;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
  triesLeft?: number | undefined;
  retryAfter?: number | undefined;
}

/** There was no answer at all. */
export const noAnswer = (): Problem => new Problem(navigator.onLine ? 'unreachable' : 'offline');

/** Whatever was thrown, as a Problem; a fault of our own is told to the console as well. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if ((error as Error)?.name !== 'AbortError') console.error(error);
  return new Problem('unexpected');
}
