import { exponentOf } from '../../contract/exponents.ts';
import type { Money } from '../../contract/money.ts';
import type { Words } from './words.ts';

/** The one that is read is loaded, and no other. */
const languages: Readonly<Record<string, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  it: async () => (await import('./it.ts')).it,
  nl: async () => (await import('./nl.ts')).nl,
  pt: async () => (await import('./pt.ts')).pt,
  ja: async () => (await import('./ja.ts')).ja,
  ar: async () => (await import('./ar.ts')).ar,
  he: async () => (await import('./he.ts')).he,
};
const FALLBACK = 'en';
const RTL: readonly string[] = ['ar', 'he'];
/** What reads in the other direction than the sentence, and so must be fenced off in it. */
const STRANGE = { rtl: /[\dA-Za-z]/, ltr: /[\u0590-\u08ff\ufb1d-\ufefc]/ };

type Counted = {
  [Key in keyof Words]: Key extends `${infer Name}_other` ? Name : never;
}[keyof Words];

/** The console's words in the reader's language, with its numbers, dates and sums. */
export interface Say {
  language: string;
  direction: 'ltr' | 'rtl';
  /** All there are words in. */
  languages: readonly string[];
  /** Whether there are words for it. */
  has(key: string): key is keyof Words;
  text(key: keyof Words, values?: Readonly<Record<string, string | number>>): string;
  count(key: Counted, n: number): string;
  /** Of today its time, else its day. */
  when(at: string): string;
  day(at: string): string;
  /** Day and time, both short. */
  moment(at: string): string;
  time(at: string): string;
  /** A length of time, in one unit. */
  span(ms: number): string;
  money(sum: Money): string;
  /** Several names in one sentence: all of them, or one of them. */
  list(names: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  /** Of a file, in bytes. */
  size(bytes: number): string;
}

const MINUTE = 60_000;
const units = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/** Of the languages that are wanted the first there is. */
export async function bringSay(wanted: readonly string[]): Promise<Say> {
  const locale =
    wanted.find((one) => Object.hasOwn(languages, new Intl.Locale(one).language)) ?? FALLBACK;
  const { language } = new Intl.Locale(locale);
  const words = await languages[language]!();
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (at: string) => format.format(new Date(at));
  };
  const time = date({ timeStyle: 'short' });
  const day = date({ weekday: 'long', day: 'numeric', month: 'long' });
  const moment = date({ dateStyle: 'medium', timeStyle: 'short' });
  const short = date({ day: 'numeric', month: 'short' });
  const direction = RTL.includes(language) ? 'rtl' : 'ltr';
  const filled = (text: string, values: Readonly<Record<string, string | number>> = {}) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      const said = typeof value === 'number' ? number.format(value) : value;
      return STRANGE[direction].test(said) ? `\u2068${said}\u2069` : said;
    });
  return {
    ...{ language, direction, day, time, moment },
    languages: Object.keys(languages),
    has: (key): key is keyof Words => Object.hasOwn(words, key),
    text: (key, values) => filled(words[key], values),
    count(key, n) {
      const rule = n === 0 ? 'zero' : plural.select(n);
      const at = `${key}_${rule}`;
      const text = at in words ? words[at as keyof Words] : words[`${key}_other`];
      return filled(text, { n });
    },
    when: (at) => (new Date(at).toDateString() === new Date().toDateString() ? time : short)(at),
    span(ms) {
      const long = Math.max(MINUTE, ms);
      const [unit, each] = units.find(([, one]) => long >= one) ?? units[2];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
        Math.floor(long / each),
      );
    },
    list: (names, type = 'conjunction') => new Intl.ListFormat(locale, { type }).format(names),
    size(bytes) {
      const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
      const value = bytes < 1e6 ? Math.ceil(bytes / 1e3) : bytes / 1e6;
      const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, options).format(value);
    },
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency })
        .format(amount / 10 ** exponentOf(currency))
        // a minus, which Intl writes as a hyphen
        .replace('-', '−'),
  };
}
