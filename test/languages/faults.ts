const holesOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const categories: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const isPlural = (phrase: object): phrase is Record<string, string> =>
  'other' in phrase && Object.keys(phrase).every((key) => categories.includes(key));
/** About a day: one sentence around it, or one by how far it is off. Each language as it needs. */
const isDated = (phrase: unknown): boolean =>
  typeof phrase === 'string'
    ? phrase.includes('{when}')
    : typeof phrase === 'object' && phrase !== null && 'week' in phrase && 'date' in phrase;
/** A number may be said in a word: "one order", "two orders". */
const saysNumber = (at: string): boolean => /_(zero|one|two)$/.test(at);

/** As far as anybody counts in a desk; from millions on some languages say it in yet another way. */
const COUNTED = Array.from({ length: 1000 }, (_, n) => n);

/** What is wrong with a language's phrases beside the English ones, a sentence each. */
export function faultsIn(language: string, phrases: unknown, english: unknown, at = ''): string[] {
  if (isDated(english)) return isDated(phrases) ? [] : [`${at} tells no day`];
  if (typeof english === 'string') return faultsInText(phrases, english, at);
  if (typeof english !== 'object' || english === null) return [];
  if (typeof phrases !== 'object' || phrases === null) return [`${at} is missing`];
  if (isPlural(english)) return faultsInPlural(language, phrases, english, at);
  const extra = Object.keys(phrases).filter((key) => !(key in english));
  return [
    ...extra.map((key) => `${at}.${key} is not in English`),
    ...Object.entries(english).flatMap(([key, text]) =>
      faultsIn(language, (phrases as Record<string, unknown>)[key], text, `${at}.${key}`),
    ),
  ];
}

function faultsInText(text: unknown, english: string, at: string): string[] {
  if (typeof text !== 'string' || text === '') return [`${at} is missing`];
  const [mine, theirs] = [holesOf(text), holesOf(english)];
  if (saysNumber(at) && mine.length === 0) return [];
  return mine.join() === theirs.join() ? [] : [`${at} has ${mine.join()}, not ${theirs.join()}`];
}

function faultsInPlural(
  language: string,
  phrases: object,
  english: Record<string, string>,
  at: string,
): string[] {
  const rules = new Intl.PluralRules(language);
  const needed = new Set(COUNTED.map((n) => rules.select(n)));
  const holes = new Set(holesOf(english['other']!));
  return [
    ...[...needed].filter((one) => !(one in phrases)).map((one) => `${at} has no "${one}"`),
    ...Object.entries(phrases).flatMap(([one, text]) => [
      ...(rules.resolvedOptions().pluralCategories.some((each) => each === one)
        ? []
        : [`${at}.${one}: ${language} has no such number`]),
      ...holesOf(String(text))
        .filter((hole) => !holes.has(hole))
        .map((hole) => `${at}.${one} has ${hole}`),
    ]),
  ];
}
