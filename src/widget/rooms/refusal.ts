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

/** A refusal in the shopper's words: what happened, and what they can do. */
export function refusal({ code, triesLeft = 0, retryAfter }: Problem, words: Say): string {
  const { text, when } = words;
  if (code === 'wrong_code')
    return triesLeft ? text('wrongCode', { n: triesLeft }) : text('codeOver');
  if (code === 'too_many_tries' || code === 'too_many_requests') {
    if (!retryAfter) return text('tooMany');
    // the minute after, so that trying then does work
    const at = new Date(Date.now() + retryAfter * 1000 + 60_000).toISOString();
    return `${text('tooMany')} ${when('againAt', at)}`;
  }
  return text(KNOWN[code] ?? 'nothingChanged');
}
