// tsc writes the type of a schema out in full wherever another schema or a route holds it: half a
// megabyte for the routes. Here it gets its name back, `typeof import('./quotes.ts').Quote`, which is
// the same type, read once.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const DECLARED = /^export declare const (\w+): /gm;
const SCHEMA = /(?:import\("zod"\)|\bz)\.Zod\w+</g;
const SCHEMA_HERE = new RegExp(SCHEMA.source, 'y');
/** A shorter one is as good as its name. */
const SHORTEST = 80;

/** In all declarations below a folder. */
export async function nameSchemas(folder) {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.d.ts')).map((name) => join(folder, name));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  );
  const known = new Map();
  for (const { path, text } of files)
    for (const {
      0: { length },
      1: name,
      index,
    } of text.matchAll(DECLARED)) {
      const type = typeAt(text, index + length);
      if (type && type.length >= SHORTEST) known.set(plain(type), { path, name });
    }
  for (const { path, text } of files) {
    const named = nameWithin(text, path, known);
    if (named !== text) await writeFile(path, named);
  }
}

function nameWithin(text, path, known) {
  const own = new Set(
    [...text.matchAll(DECLARED)].map(({ 0: head, index }) => index + head.length),
  );
  let named = '';
  let done = 0;
  for (const { index } of text.matchAll(SCHEMA)) {
    // inside of what has a name already; or it is what the name stands for
    if (index < done || own.has(index)) continue;
    const type = typeAt(text, index);
    const schema = known.get(plain(type));
    if (!schema) continue;
    const from = relative(dirname(path), schema.path).replaceAll('\\', '/').replace('.d.ts', '.ts');
    const module = from.startsWith('.') ? from : `./${from}`;
    named += `${text.slice(done, index)}typeof import('${module}').${schema.name}`;
    done = index + type.length;
  }
  return named + text.slice(done);
}

/** The type of a schema that begins there, to its last bracket; undefined where none does. */
function typeAt(text, start) {
  SCHEMA_HERE.lastIndex = start;
  const head = SCHEMA_HERE.exec(text);
  if (!head) return undefined;
  let depth = 1;
  let at = start + head[0].length;
  for (; depth > 0 && at < text.length; at += 1) {
    if (text[at] === '<') depth += 1;
    else if (text[at] === '>' && text[at - 1] !== '=') depth -= 1;
  }
  return text.slice(start, at);
}

/** As it reads in any file. */
const plain = (type) =>
  type
    .replace(/\s+/g, '')
    .replaceAll('import("zod").', 'z.')
    .replaceAll('import("zod/v4/core").', 'z.core.');
