// The shopper's languages: each is one file in src/widget/locales, named by its BCP 47 language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'src/widget/locales';
const LANGUAGE = /^([a-z]{2,3}(?:-[A-Z][A-Za-z]+)*)\.ts$/;

/** Language to source file, below the top folder. */
export const findLanguages = (root) =>
  Object.fromEntries(
    readdirSync(join(root, FOLDER))
      .sort()
      .flatMap((file) => {
        const name = LANGUAGE.exec(file)?.[1];
        return name ? [[name, `${FOLDER}/${file}`]] : [];
      }),
  );

const isLanguage = (tag) =>
  new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;

/**
 * Names of two letters in one text as short as it goes, for the tag: the last letter of one may begin
 * the next, and no other language's name comes about between them.
 */
export function packed(names, text = '', all = names) {
  if (names.length === 0) return text;
  const ends = names.map((name) => [name, name.startsWith(text.at(-1)) ? name.slice(1) : name]);
  for (const [name, more] of ends.sort(([, one], [, other]) => one.length - other.length)) {
    const longer = text + more;
    const tails = [2, 3].flatMap((length) =>
      [...more].map((_, at) => longer.slice(0, longer.length - at).slice(-length)),
    );
    if (tails.some((tail) => tail.length > 1 && !all.includes(tail) && isLanguage(tail))) continue;
    const left = names.filter((other) => other !== name);
    const whole = packed(left, longer, all);
    if (whole) return whole;
  }
  return undefined;
}

/**
 * What the loader is told: `pattern` makes an address of a chunk's name in place of its *, and
 * `locales` stands before a language's. So one more language adds its name alone.
 */
export const chunkAddresses = (pattern, locales, languages) => ({
  __CHUNK__: JSON.stringify(pattern),
  __LOCALES__: JSON.stringify(locales),
  __LANGUAGES__: JSON.stringify(packed(Object.keys(languages))),
});

/** The same for sources that are served as they are. */
export const sourceAddresses = (folder, languages) =>
  chunkAddresses(`${folder}/*.ts`, 'locales/', languages);
