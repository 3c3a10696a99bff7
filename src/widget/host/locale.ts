/**
 * The locale for days and sums: what was asked for where its language is the one that is spoken,
 * else the language alone. A page that only says `en` leaves open how a day is written: then the
 * reader's own browser says it, where it speaks that language too.
 */
export function localeFor(
  asked: string,
  language: string,
  reader: readonly string[] = navigator.languages,
): string {
  if (languageOf(asked) !== language) return language;
  if (asked.length > language.length) return asked;
  return reader.find((one) => languageOf(one) === language) ?? language;
}

/** `en` of `en-GB`; empty for what is no language tag. */
function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return '';
  }
}
