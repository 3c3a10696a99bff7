import type { en } from './en.ts';

/** By Intl.PluralRules category; the number goes in as `n`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * By how far a day is off. `week`: less than seven days before or after today; `date`: all others,
 * and whatever is left out. {weekday}, {day} (short weekday), {date} and {time} are filled in.
 */
export type ByDay = Partial<Record<'yesterday' | 'today' | 'tomorrow', string>> & {
  week: string;
  date: string;
};
/** A sentence for each, or one around {when}: "today", "Thursday", as the language's `onDay` says. */
export type Dated = ByDay | `${string}{when}${string}`;

type Kind<Phrase> = Phrase extends Dated ? Dated : Phrase extends string ? string : Plural;
export type Key = keyof typeof en;
/** A language: the same keys as English, each phrase of the same kind. */
export type Phrases = { readonly [K in Key]: K extends 'onDay' ? ByDay : Kind<(typeof en)[K]> };

type Moment = 'when' | 'weekday' | 'day' | 'date' | 'time';
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Texts<Phrase> = Phrase extends string ? Phrase : Phrase[keyof Phrase];
type Values<K extends Key, Given = never> =
  Exclude<Names<Texts<(typeof en)[K]>>, Given> extends infer Name extends string
    ? [Name] extends [never]
      ? []
      : [values: Record<Name, string | number>]
    : never;

type KeyOf<Wanted> = { [K in Key]: Kind<(typeof en)[K]> extends Wanted ? K : never }[Key];
export type TextKey = KeyOf<string> | KeyOf<Plural>;
export type DatedKey = KeyOf<Dated>;
/** Phrases that need nothing filled in. */
export type PlainKey = { [K in KeyOf<string>]: Values<K> extends [] ? K : never }[KeyOf<string>];

const DAY = 86_400_000;
const RTL = /^(ar|he|fa|ur)\b/;
/** What reads in the other direction than the sentence, and so must be fenced off in it. */
const STRANGE_IN_RTL = /[\dA-Za-z]/;
const STRANGE_IN_LTR = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** What a room says its words with; sums and lists are in figures.ts. */
export type Say = ReturnType<typeof createWords>;
/** The same by the shopper's own clock. */
export type SayHere = Say['here'];

/**
 * One language at one desk: sentences, sums and days. Days and times are those of the shop's time
 * zone; without one, the browser's.
 */
export function createWords(
  locale: string,
  phrases: Phrases,
  timeZone?: string,
  now: () => number = Date.now,
) {
  return {
    ...wordsAt(locale, phrases, timeZone, now),
    /** By the clock beside the shopper: how long they wait, and what they themselves did when. */
    here: wordsAt(locale, phrases, undefined, now),
  };
}

function wordsAt(
  locale: string,
  phrases: Phrases,
  timeZone: string | undefined,
  now: () => number,
) {
  const made = new Map<string, unknown>();
  /** Formatters are costly to make, so each is made once. */
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  const rtl = RTL.test(locale);
  const strange = rtl ? STRANGE_IN_RTL : STRANGE_IN_LTR;
  const numbers = { numberingSystem: 'latn' };

  const format = (options: Intl.DateTimeFormatOptions, zone = timeZone, language = locale) =>
    once(JSON.stringify([options, zone, language]), () => {
      const all = { ...numbers, ...options };
      try {
        return new Intl.DateTimeFormat(language, { ...all, ...(zone && { timeZone: zone }) });
      } catch {
        return new Intl.DateTimeFormat(language, all); // a zone this browser does not know
      }
    });
  const dayNumber = (at: number) =>
    Date.parse(
      format({ year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone, 'en-CA').format(at),
    ) / DAY;
  /** Days from today: 1 is tomorrow. */
  const daysAway = (at: string) => dayNumber(Date.parse(at)) - dayNumber(now());

  const isolate = (value: string | number) => {
    const text = String(value);
    return strange.test(text) ? `\u2068${text}\u2069` : text;
  };
  const fill = (text: string, values: Record<string, string | number> = {}) =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) => isolate(values[name] ?? hole));

  const time = (at: string | number) =>
    format({ hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  const weekday = (at: string, style: 'long' | 'short') =>
    format({ weekday: style }).format(new Date(at));
  const date = (at: string) => {
    const year = { year: 'numeric' } as const;
    const other = format(year).format(new Date(at)) !== format(year).format(now());
    return format({ day: 'numeric', month: 'short', ...(other && year) }).format(new Date(at));
  };

  return {
    locale,
    rtl,
    /** Prices and order numbers share a line: one kind of digits for both. */
    numbers,
    daysAway,
    time,
    date,
    /** A plain phrase, or a plural by `n`. */
    text<K extends TextKey>(key: K, ...[values]: Values<K>): string {
      const phrase: string | Plural = phrases[key] as string | Plural;
      if (typeof phrase === 'string') return fill(phrase, values);
      const { n } = values as unknown as { n: number };
      const rules = once('plural', () => new Intl.PluralRules(locale));
      return fill(phrase[rules.select(n)] ?? phrase.other, values);
    },
    /** A phrase about a moment: "Arriving Thursday". */
    when<K extends DatedKey>(key: K, at: string, ...[values]: Values<K, Moment>): string {
      const phrase: Dated = phrases[key];
      const isAround = typeof phrase === 'string';
      const byDay = isAround ? phrases['onDay'] : phrase;
      const away = daysAway(at);
      const near = ({ [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as const)[away];
      const text = (near && byDay[near]) ?? (Math.abs(away) < 7 ? byDay.week : byDay.date);
      return fill(isAround ? phrase.replace('{when}', text) : text, {
        ...(values as Record<string, string | number> | undefined),
        weekday: weekday(at, 'long'),
        day: weekday(at, 'short'),
        date: date(at),
        time: time(at),
      });
    },
    /** For what a room formats itself, in this language and time zone; each formatter once. */
    format,
    once,
    /** Keeps a piece in another script from turning the sentence around. */
    isolate,
  };
}
