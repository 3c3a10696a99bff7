/**
 * Which of these words stand in a text. A code is six digits, which a longer figure has by chance: it
 * has to stand there by itself.
 */
export const wordsIn = (words: Iterable<string>, text: string): string[] =>
  [...words].filter((word) =>
    /^\d+$/.test(word) ? new RegExp(`(?<![\\d.])${word}(?!\\d)`).test(text) : text.includes(word),
  );
