// Calls by a letter or two what many chunks name and nothing outside reads: the theme's own custom
// properties, as `--accent-ink`, stores, as `$session`, and classes. What a shop sets, `--fd-*`, stays.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renameClasses, shortClasses } from './short-classes.mjs';

const TOKENS = 'src/widget/theme/tokens.styles.ts';
const PROPERTY = /(?<![\w-])--(?!fd-)[a-z][\w-]*/g;
const STORE = /(?<![\w$'"`])\$[a-z]\w+/g;
const LETTERS = 'etairnsolcdupmhgfbvwyxkzjq';

function* letters() {
  yield* LETTERS;
  for (const first of LETTERS) for (const second of LETTERS) yield first + second;
}

/** The more often it is used, the shorter; never what something else is called already. */
export function shortNames(used, isOurs, mark) {
  const counts = new Map();
  const taken = new Set();
  for (const name of used)
    if (isOurs(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    else taken.add(name);
  const free = letters();
  const next = () => {
    for (;;) {
      const name = `${mark}${free.next().value}`;
      if (!taken.has(name)) return name;
    }
  };
  const byUse = [...counts].sort(([, one], [, other]) => other - one);
  return new Map(byUse.map(([name]) => [name, next()]));
}

/** A vite plugin. */
export function shorten(root) {
  const folder = join(root, 'src/widget');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const used = (pattern) => sources.flatMap((source) => source.match(pattern) ?? []);
  const tokens = new Set(readFileSync(join(root, TOKENS), 'utf8').match(/--[\w-]+(?=:)/g));
  const properties = shortNames(used(PROPERTY), (name) => tokens.has(name), '--');
  const stores = shortNames(used(STORE), () => true, '$');
  const classes = shortClasses(sources);
  return {
    name: 'short-names',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/widget\/.*\.ts$/.test(id)) return null;
      const short = code
        .replace(PROPERTY, (name) => properties.get(name) ?? name)
        .replace(STORE, (name) => stores.get(name) ?? name);
      return { code: renameClasses(short, (name) => classes.get(name) ?? name), map: null };
    },
  };
}
