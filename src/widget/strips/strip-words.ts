import type { Placement } from '../../contract/placements.ts';
import type { Recommendation } from '../../contract/recommendations.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { he } from './words/he.ts';
import { it } from './words/it.ts';
import { ja } from './words/ja.ts';
import { nl } from './words/nl.ts';
import { pt } from './words/pt.ts';

type Code = Recommendation['reason']['code'];

/** What a strip says. `{name}` is a product. */
export interface StripWords {
  headings: Readonly<Record<Placement, string>>;
  /** Why a product is shown; `yours` where it goes with what the shopper has. */
  reasons: Readonly<Record<Code | 'yours', string>>;
  add: string;
  adding: string;
  added: string;
  notAdded: string;
  dismiss: string;
  dismissed: string;
  undo: string;
}

const languages: Readonly<Record<string, StripWords>> = { en, de, fr, es, it, nl, pt, ja, ar, he };

export const stripWordsIn = (locale: string): StripWords =>
  languages[locale.toLowerCase().split('-')[0]!] ?? en;

/** A name may be in another script than the sentence. */
export const naming = (phrase: string, name: string): string =>
  phrase.replace('{name}', `\u2068${name}\u2069`);

export const reasonIn = (
  { reasons }: StripWords,
  { code, seed }: Recommendation['reason'],
): string =>
  naming(reasons[code === 'bought_together' && seed?.own ? 'yours' : code], seed?.name ?? '');
