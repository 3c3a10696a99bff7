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
import type { Words } from './words/words.ts';

/** Adding a language is one file and one line here. */
const languages: Record<string, Words> = { en, de, fr, es, it, nl, pt, ja, ar, he };
const MOST_READ = 20;
/** A language with its place, without the wishes that may stand behind them. */
const PLACED = /^[a-z]{2,3}(-[a-z]{4})?-([a-z]{2}|\d{3})(?=-|$)/;

/**
 * The reader's best language of those we have, as Accept-Language ranks them, with the place they say
 * beside it: days are not written the same in all of them. Else English.
 */
export function wordsFor(acceptLanguage: string | null): { language: string; words: Words } {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .slice(0, MOST_READ)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find(Boolean);
      const language = tag.split('-')[0] ?? '';
      return { tag, language, quality: quality ? Number(quality) : 1 };
    })
    .filter(({ language, quality }) => Object.hasOwn(languages, language) && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  const language = wanted[0]?.language ?? 'en';
  // of `en, en-GB` the second says where
  const places = wanted.filter((one) => one.language === language);
  const placed = places.map(({ tag }) => PLACED.exec(tag)?.[0]).find(Boolean);
  return {
    language: placed ? new Intl.Locale(placed).toString() : language,
    words: languages[language] ?? en,
  };
}
