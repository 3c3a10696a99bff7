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
};

const MINUTE = 60_000;

/** A refusal in the shopper's words: what happened, and what they can do. */
export function refusal({ code, triesLeft = 0, retryAfter }: Problem, words: Say): string {
  const { text, when } = words;
  if (code === 'wrong_code')
    return triesLeft ? text('wrongCode', { n: triesLeft }) : text('codeOver');
  if (code === 'too_many_tries' || code === 'too_many_requests') {
    // this code is over, and nothing stands in the way of the next one
    if (!retryAfter) return text(code === 'too_many_tries' ? 'codeOver' : 'tooMany');
    // the next full minute, so that trying then does work
    const at = Math.ceil((Date.now() + retryAfter * 1000) / MINUTE) * MINUTE;
    return `${text('tooMany')} ${when('againAt', new Date(at).toISOString())}`;
  }
  return text(KNOWN[code] ?? 'nothingChanged');
}
