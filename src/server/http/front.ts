import { problemResponse } from '../../backend/routes/frame/problem.ts';
import { refuse } from '../../backend/services/refusal.ts';
import type { Health } from './health.ts';
import type { Answer } from './listen.ts';
import type { Fetch } from './site.ts';

export interface Front {
  answer: Answer;
  /** From now on the site answers. */
  open(site: Fetch): void;
}

interface FrontParts {
  health: Health;
  /** Is told of every request but those after our health. */
  note(request: Request, peer: string | undefined): void;
}

/** How long a start takes on most days, in seconds. */
const SOON = 5;

/**
 * What a port answers from its first moment on. Whoever asks how we are is answered while the database
 * is still brought up to date, which may take minutes: a start that says nothing is taken for dead, and
 * killed. All else is told to come back, so that nobody waits as long.
 */
export function createFront({ health, note }: FrontParts): Front {
  let site: Fetch = () =>
    problemResponse(refuse('unavailable', { retryAfter: SOON }), new Headers());
  return {
    answer(request, peer) {
      const vital = health.answer(request);
      if (vital) return vital;
      note(request, peer);
      return site(request);
    },
    open: (opened) => void (site = opened),
  };
}
