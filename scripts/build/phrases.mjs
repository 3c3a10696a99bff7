// Cuts each language in two: what the panel and its first room say, and what the other rooms say,
// which comes beside the first of them. Sources and unbuilt pages have each language in one file.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transformWithOxc } from 'vite';
import { findLanguages } from './languages.mjs';

const PANEL = 'src/widget/panel.ts';
const REST = '?rest';

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

/** A vite plugin. */
export function phrases(root) {
  const languages = new Map(
    Object.entries(findLanguages(root)).map(([name, file]) => [join(root, file), name]),
  );
  const said = saidFirst(root);
  return {
    name: 'phrases',
    enforce: 'pre',
    async load(id) {
      const isRest = id.endsWith(REST);
      const file = isRest ? id.slice(0, -REST.length) : id;
      const language = languages.get(file);
      if (!language) return null;
      this.addWatchFile(file);
      const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
      const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      const part = Object.entries(module[language]).filter(([key]) => said.has(key) !== isRest);
      const text = JSON.stringify(Object.fromEntries(part));
      if (isRest) return `export default ${text};`;
      const rest = JSON.stringify(`./${language}.ts${REST}`);
      return `export const ${language} = ${text};
        export const rest = async () => (await import(${rest})).default;`;
    },
  };
}
