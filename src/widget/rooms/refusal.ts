import type { Problem } from '../client/problem.ts';
import type { PlainKey, Say } from '../locales/words.ts';

const KNOWN: { readonly [C in Problem['code']]?: PlainKey } = {
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

/** A refusal in the shopper's words: what happened, and what they can do, and when. */
export function refusal({ code, triesLeft, retryAt }: Problem, { text, here }: Say): string {
  if (code === 'wrong_code' && triesLeft) return text('wrongCode', { n: triesLeft });
  // this code is over, and nothing stands in the way of the next one
  if (code === 'wrong_code' || (code === 'too_many_tries' && !retryAt)) return text('codeOver');
  const said = text(KNOWN[code] ?? 'nothingChanged');
  return retryAt ? `${said} ${here.when('againAt', retryAt)}` : said;
}
