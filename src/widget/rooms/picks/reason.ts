import type { Recommendation } from '../../../contract/recommendations.ts';
import type { Say } from '../../locales/words.ts';

const SENTENCES = {
  bought_together: 'boughtWith',
  seen_together: 'seenWith',
  similar: 'similarTo',
  popular: 'popularNow',
  assortment: 'fromRange',
} as const;

/** Why it is shown, in words. */
export function reasonText({ code, seed }: Recommendation['reason'], { text }: Say): string {
  const isOwn = code === 'bought_together' && seed?.own;
  return text(isOwn ? 'goesWithYours' : SENTENCES[code], { what: seed?.name ?? '' });
}
