import type { Problem } from '../client/problem.ts';
import type { PlainKey, Say } from '../locales/words.ts';

/** What is said of which fault. */
export type Known<Code extends string> = { readonly [C in Code]?: PlainKey };

const KNOWN: Known<Problem['code']> = {
  offline: 'offline',
  unreachable: 'shopSilent',
  malformed: 'shopSilent',
  unavailable: 'shopSilent',
  internal: 'shopSilent',
  challenge_expired: 'codeOver',
  challenge_used: 'codeOver',
  order_not_found: 'notFound',
  too_many_tries: 'tooMany',
  too_many_requests: 'tooMany',
};

type Refused<Code> = { readonly code: Code } & Partial<Pick<Problem, 'triesLeft' | 'retryAt'>>;

/**
 * A refusal in the shopper's words: what happened, and what they can do, and when. `others` is said of
 * what is not `known`.
 */
export function refusal<Code extends string>(
  { code, triesLeft, retryAt }: Refused<Code>,
  { text, here }: Say,
  known: Known<Code> = KNOWN,
  others: PlainKey = 'nothingChanged',
): string {
  if (code === 'wrong_code' && triesLeft) return text('wrongCode', { n: triesLeft });
  // this code is over, and nothing stands in the way of the next one
  if (code === 'wrong_code' || (code === 'too_many_tries' && !retryAt)) return text('codeOver');
  const phrase: PlainKey = known[code] ?? others;
  const said = text(phrase);
  return retryAt ? `${said} ${here.when('againAt', retryAt)}` : said;
}
