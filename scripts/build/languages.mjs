// The shopper's languages: each is one file in src/widget/locales, named by its BCP 47 language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'src/widget/locales';
const LANGUAGE = /^([a-z]{2,3}(?:-[A-Za-z]+)*)\.ts$/;

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

/**
 * What the loader is told: `pattern` makes an address of a chunk's name in place of its *, and
 * `locales` stands before a language's. So one more language adds its name alone.
 */
export const chunkAddresses = (pattern, locales, languages) => ({
  __CHUNK__: JSON.stringify(pattern),
  __LOCALES__: JSON.stringify(locales),
  __LANGUAGES__: JSON.stringify(Object.keys(languages).join(' ')),
});

/** The same for sources that are served as they are. */
export const sourceAddresses = (folder, languages) =>
  chunkAddresses(`${folder}/*.ts`, 'locales/', languages);
