// Cuts each language in two: what the panel and its first room say, and what the other rooms say,
// which comes beside the first of them. Sources and unbuilt pages have each language in one file,
// and phrases under the keys that they are written with: those of several words become numbers here,
// so that the greater part is a list, in which a phrase's place is its key.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { findLanguages } from './languages.mjs';

const PANEL = 'src/widget/panel.ts';
const NAMES = 'src/widget/locales/names.ts';
const REST = '?rest';
const languageFile = /^src\/widget\/locales\/[\w-]+\.ts$/;

/** All that the modules of the panel's own chunk have in quotes: their phrases are among it. */
export function saidFirst(root) {
  const files = new Set([join(root, PANEL)]);
  const said = new Set();
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    for (const [, word] of source.matchAll(/'(\w+)'/g)) said.add(word);
    const imports = /^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)';/gm;
    for (const [, path] of source.matchAll(imports)) files.add(join(dirname(file), path));
  }
  return said;
}

const SOURCES = ['src/contract', 'src/domain', 'src/widget'];
const SEVERAL_WORDS = /^[a-z]+[A-Z]\w*$/;

/**
 * Numbers for keys, those of `last` the highest. In quotes these mean a phrase and nothing else: what goes over the wire or
 * into the page is in snake_case, in kebab-case or one word, and no property is called like them.
 */
export function shortKeys(root, keys, last) {
  const named = new Set();
  for (const folder of SOURCES)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || languageFile.test(join(folder, file))) continue;
      const source = readFileSync(join(root, folder, file), 'utf8');
      for (const [, name] of source.matchAll(/(?<!['"\w])(\w+)(?!['"\w])/g)) named.add(name);
    }
  const long = keys.filter((key) => SEVERAL_WORDS.test(key) && !named.has(key));
  const order = [...long.filter((key) => !last.has(key)), ...long.filter((key) => last.has(key))];
  return new Map(order.map((key, at) => [key, `${at}`]));
}

/** The source of an object: those of its keys that count up from 0 as a list. */
function listed(phrases) {
  const counted = [];
  const { ...others } = phrases;
  for (let at = 0; at in phrases; at++) {
    counted.push(phrases[at]);
    delete others[at];
  }
  return `{ ...${JSON.stringify(counted)}, ${JSON.stringify(others).slice(1)}`;
}

/** A vite plugin. */
export function phrases(root) {
  const languages = new Map(
    Object.entries(findLanguages(root)).map(([name, file]) => [join(root, file), name]),
  );
  const said = saidFirst(root);
  const english = readFileSync(join(root, 'src/widget/locales/en.ts'), 'utf8');
  const short = shortKeys(
    root,
    [...english.matchAll(/^  (\w+):/gm)].map(([, key]) => key),
    said,
  );
  return {
    name: 'phrases',
    enforce: 'pre',
    async load(id) {
      // for phrases that a shop says itself
      if (id === join(root, NAMES))
        return `export const names = ${JSON.stringify(Object.fromEntries(short))};`;
      const isRest = id.endsWith(REST);
      const file = isRest ? id.slice(0, -REST.length) : id;
      const language = languages.get(file);
      if (!language) return null;
      this.addWatchFile(file);
      const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
      const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      const part = Object.entries(module[language])
        .filter(([key]) => said.has(key) !== isRest)
        .map(([key, phrase]) => [short.get(key) ?? key, phrase]);
      const phrases = Object.fromEntries(part);
      if (isRest) return `export default ${listed(phrases)};`;
      const rest = JSON.stringify(`./${language}.ts${REST}`);
      return `export const ${language} = ${JSON.stringify(phrases)};
        export const rest = async () => (await import(${rest})).default;`;
    },
    transform(code, id) {
      if (!/\/src\/widget\/.*\.ts$/.test(id)) return null;
      const shortened = code.replace(/'(\w+)'/g, (quoted, key) =>
        short.has(key) ? `'${short.get(key)}'` : quoted,
      );
      return { code: shortened, map: null };
    },
  };
}
