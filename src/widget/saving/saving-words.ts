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

/** What the button in the page says, before anything else of the desk is there. */
export interface Saving {
  save: string;
  saved: string;
  removed: string;
  undo: string;
  full: string;
}

const languages: Readonly<Record<string, Saving>> = { en, de, fr, es, it, nl, pt, ja, ar, he };

export const savingIn = (locale: string): Saving =>
  languages[locale.toLowerCase().split('-')[0]!] ?? en;
