import type { Recommendation } from '../../../contract/recommendations.ts';
import type { PlainKey, Say } from '../../locales/words.ts';

type Code = Recommendation['reason']['code'];

const PLAIN: Partial<Record<Code, PlainKey>> = { popular: 'popularNow', assortment: 'fromRange' };
const WITH = {
  bought_together: 'boughtWith',
  seen_together: 'seenWith',
  similar: 'similarTo',
} as const;

/** Why it is shown, in words. */
export function reasonText({ code, seed }: Recommendation['reason'], { text }: Say): string {
  const plain = PLAIN[code];
  const what = seed?.name ?? '';
  if (plain) return text(plain);
  if (code === 'bought_together' && seed?.own) return text('goesWithYours', { what });
  return text(WITH[code as keyof typeof WITH], { what });
}
