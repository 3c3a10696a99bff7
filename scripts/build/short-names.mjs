// Calls by a letter or two what many chunks name and nothing outside reads: the theme's own custom
// properties, as `--accent-ink`, stores, as `$session`, classes, and what comes by import(): rooms'
// elements and what is asked of the chunks below. What a shop sets, `--fd-*`, stays.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renameClasses, shortClasses } from './short-classes.mjs';

const TOKENS = 'src/widget/theme/tokens.styles.ts';
const PROPERTY = /(?<![\w-])--(?!fd-)[a-z][\w-]*/g;
const STORE = /(?<![\w$'"`])\$[a-z]\w+/g;
const WORD = /(?<![\w$#'"`-])[A-Za-z]\w*(?![\w'"`])/g;
const ROOM_CLASS = /(?<=^export class )Fd\w+(?= extends \w*Room(?:Element)?\b)/gm;
/** Chunks that are taken as a whole, and named by what they export. */
const WHOLE = ['src/widget/rooms/below.ts', 'src/widget/rooms/questions.ts'];
const SEVERAL_WORDS = /(?<=[{ ])[a-z]+[A-Z]\w*(?=[, ][^;{}]*\} from)/g;
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

/** What is asked for by import(); no word in quotes, and none of the wire's. */
function askedFor(root, sources) {
  const whole = WHOLE.map((file) => readFileSync(join(root, file), 'utf8'));
  const folder = join(root, 'src/contract');
  const wire = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(WORD) ?? []);
  const quoted = sources.flatMap((source) => source.match(/(?<=')\w+(?=')/g) ?? []);
  const taken = new Set([...wire, ...quoted]);
  const names = [
    ...sources.flatMap((source) => source.match(ROOM_CLASS) ?? []),
    ...whole.flatMap((source) => source.match(SEVERAL_WORDS) ?? []),
  ];
  return new Set(names.filter((name) => !taken.has(name)));
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
  const asked = askedFor(root, sources);
  const parts = shortNames(used(WORD), (name) => asked.has(name), 'F');
  const stores = shortNames(used(STORE), () => true, '$');
  const classes = shortClasses(sources);
  return {
    name: 'short-names',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/widget\/.*\.ts$/.test(id)) return null;
      const short = code
        .replace(PROPERTY, (name) => properties.get(name) ?? name)
        .replace(STORE, (name) => stores.get(name) ?? name)
        .replace(WORD, (name) => parts.get(name) ?? name);
      return { code: renameClasses(short, (name) => classes.get(name) ?? name), map: null };
    },
  };
}
