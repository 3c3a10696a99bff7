// Calls the classes of the panel by a letter or two in its sheets and templates, in all chunks the
// same. A class that anything but a sheet or a `class` names (a look handed on, a selector, a test of
// whole pages) stays as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortNames } from './short-names.mjs';

const SHEET = /\bcss`(?:[^`\\]|\\.)*`/g;
/** `class="card ${…}"` and `class=${…}`, of which no part has braces within. */
const WORN = /\bclass=(?:"[^"]*"|\$\{[^}]*\})/g;
const HOLE = /\$\{[^}]*\}/;
const SELECTED = /\.([a-z][\w-]*)/gi;
const NAME = /(?<![\w-])[a-z][\w-]*/gi;
const QUOTED = /'([^'\n]*)'/g;
/** What a test of whole pages looks for. */
const LOOKED_FOR = ['msg', 'me', 'dots'];

/** `rename` for what stands outside holes, `inHole` for each of them. */
const around = (text, rename, inHole = (hole) => hole) =>
  text
    .split(new RegExp(`(${HOLE.source})`))
    .map((part, at) => (at % 2 ? inHole(part) : rename(part)))
    .join('');

/** `code` with each name of a class as `rename` gives it. */
export function renameClasses(code, rename) {
  const words = (text) => text.replace(NAME, rename);
  const strings = (hole) => hole.replace(QUOTED, (_, text) => `'${words(text)}'`);
  return code
    .replace(SHEET, (sheet) =>
      around(sheet, (part) => part.replace(SELECTED, (_, name) => `.${rename(name)}`)),
    )
    .replace(WORN, (worn) => `class=${around(worn.slice('class='.length), words, strings)}`);
}

/** The short name of each class of these sources that may have one. */
export function shortClasses(sources) {
  const used = [];
  const note = (name) => {
    used.push(name);
    return name;
  };
  const others = sources.map((source) => {
    renameClasses(source, note);
    return source.replace(SHEET, '').replace(WORN, '');
  });
  const classes = new Set(used);
  const kept = new Set(LOOKED_FOR);
  for (const source of others)
    for (const [, text] of source.matchAll(QUOTED)) {
      for (const [, name] of text.matchAll(SELECTED)) kept.add(name);
      const names = text.split(' ');
      if (names.every((name) => classes.has(name))) for (const name of names) kept.add(name);
    }
  return shortNames(used, (name) => !kept.has(name), '');
}

/** The short name of each class of the widget's sources. */
export function builtNames(root) {
  const folder = join(root, 'src/widget');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return shortClasses(sources);
}

/** A vite plugin: the gallery's hands find in the built panel what they name as in its sources. */
export function builtClasses(root) {
  const classes = builtNames(root);
  const selectors = (text) =>
    text.replace(SELECTED, (whole, name) => (classes.has(name) ? `.${classes.get(name)}` : whole));
  return {
    name: 'built-classes',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/demo\/gallery\/[\w-]+\.ts$/.test(id)) return null;
      return { code: code.replace(/(['`])[^'`\n]*\1/g, selectors), map: null };
    },
  };
}
