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

/** What `__PANEL__` and `__LOCALES__` stand for, by the addresses that the chunks will have. */
export const chunkAddresses = (addressOf, languages) => ({
  __PANEL__: JSON.stringify(addressOf('src/widget/panel.ts')),
  __LOCALES__: JSON.stringify(
    Object.fromEntries(Object.entries(languages).map(([name, file]) => [name, addressOf(file)])),
  ),
});
