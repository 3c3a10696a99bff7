import type { Phrases } from './words.ts';

/** Every language there is, each in a chunk of its own. A new one is its file and its line here. */
export const languages: Readonly<Record<string, () => Promise<Phrases>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  ar: async () => (await import('./ar.ts')).ar,
};

export interface Language {
  /** For Intl and the panel's `lang`. */
  readonly locale: string;
  readonly phrases: Phrases;
}

/**
 * The language asked for, English where there is none of it. A page that only says `en` leaves open
 * how a day is written: then the reader's own browser says it, where it speaks that language too.
 */
export async function loadLanguage(
  wanted: string,
  reader: readonly string[] = navigator.languages,
): Promise<Language> {
  const name = baseOf(wanted);
  const load = languages[name];
  if (!load) return { locale: 'en', phrases: await languages['en']!() };
  const locale =
    wanted.length > name.length ? wanted : (reader.find((one) => baseOf(one) === name) ?? name);
  return { locale, phrases: await load() };
}

/** `en` of `en-GB`; empty for what is no language tag. */
function baseOf(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return '';
  }
}
