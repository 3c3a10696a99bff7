import type { OwnWords } from '../../src/contract/desk.ts';
import { en } from '../../src/widget/locales/en.ts';

/** What stands at both ends of each phrase: where one is missing, a phrase is cut off. */
const [OPEN, CLOSE] = ['⟦', '⟧'];
const accents: Record<string, string> = {
  ...{ a: 'á', e: 'ë', i: 'î', o: 'ø', u: 'ü', n: 'ñ', c: 'ç', y: 'ý' },
  ...{ A: 'Å', E: 'É', I: 'Ï', O: 'Ö', U: 'Ü', N: 'Ñ', C: 'Ç', S: 'Š' },
};
const LONGER = 0.4;

/** As long as the longest of languages, with letters that reach higher and lower; {names} stay. */
function stretched(phrase: string): string {
  const told = phrase
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith('{') ? part : part.replace(/[a-z]/gi, (one) => accents[one] ?? one),
    )
    .join('');
  const words = 'lørem ípsum dølor sît amët '.repeat(20);
  const more = words.slice(0, Math.ceil(phrase.length * LONGER)).trim();
  return `${OPEN}${told} ${more}${CLOSE}`;
}

/** English as no language is: what does not fit shows. */
export const stretchedWords: OwnWords = {
  en: Object.fromEntries(
    Object.entries(en).map(([key, phrase]) => [
      key,
      typeof phrase === 'string'
        ? stretched(phrase)
        : Object.fromEntries(Object.entries(phrase).map(([one, text]) => [one, stretched(text)])),
    ]),
  ),
};
