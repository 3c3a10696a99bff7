/** How a text is set in every language, and what one has of its own. */
const everywhere: readonly (readonly [RegExp, string])[] = [
  [/!|！/, 'raises its voice'],
  [/\p{L}'\p{L}/u, 'has a straight apostrophe'],
  [/\.\.\./, 'has three dots in place of an ellipsis'],
  [/ {2}|^\s|\s$/, 'has a blank too many'],
  [/(^|\s)-(\s|\d)/, 'has a hyphen for a dash or a minus'],
];
const own: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  // a mark at the start of a sentence is a key that is named
  fr: [[/[\p{L}\p{N}}»] [:;?»]|« /u, 'may break before a mark']],
  ar: [[/[\u0600-\u06ff][,;?]/, 'has marks of another script']],
  he: [[/[\u05d0-\u05ea](-[\w{]|["'][\u05d0-\u05ea])/, 'has marks of another script']],
};

/** What is wrong with how a language's phrases are set, a sentence each. */
export function settingFaultsIn(language: string, phrases: unknown, at = ''): string[] {
  if (typeof phrases === 'string')
    return [...everywhere, ...(own[language] ?? [])]
      .filter(([mark]) => mark.test(phrases))
      .map(([, fault]) => `${at} ${fault}: ${phrases}`);
  if (typeof phrases !== 'object' || phrases === null) return [];
  return Object.entries(phrases).flatMap(([key, text]) =>
    settingFaultsIn(language, text, `${at}.${key}`),
  );
}
