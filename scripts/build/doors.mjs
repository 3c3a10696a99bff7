// One door to each chunk. Of several files in one chunk that are asked for by import(), rolldown keeps
// every one's exports in an object of its own, made by a runtime that is a chunk too. Here import() of
// any of them asks for all, and the chunk itself exports what they do.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chunkOf } from './chunks.mjs';

const DOOR = '\0door:';
const RUNTIME = /\/rolldown-runtime\.js$/;

/** The files that are asked for by import(), by the chunk that chunks.mjs names for them. */
function findAsked(root) {
  const asked = new Map();
  const folder = join(root, 'src/widget');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    for (const [, path] of readFileSync(join(folder, file), 'utf8').matchAll(
      /\bimport\('(\.[^']+)'\)/g,
    )) {
      const id = join(folder, dirname(file), path);
      const chunk = chunkOf(id);
      if (chunk) asked.set(chunk, (asked.get(chunk) ?? new Set()).add(id));
    }
  }
  return asked;
}

/** A vite plugin. */
export function doors(root) {
  const asked = findAsked(root);
  return {
    name: 'doors',
    enforce: 'pre',
    resolveDynamicImport(path, from) {
      if (typeof path !== 'string' || !path.startsWith('.')) return null;
      const chunk = chunkOf(join(dirname(from), path));
      return asked.get(chunk)?.size > 1 ? `${DOOR}${chunk}` : null;
    },
    resolveId: (id) => (id.startsWith(DOOR) ? id : null),
    load(id) {
      if (!id.startsWith(DOOR)) return null;
      const files = [...asked.get(id.slice(DOOR.length))];
      return files.map((file) => `export * from ${JSON.stringify(file)};`).join('\n');
    },
    buildEnd() {
      for (const [chunk, files] of asked) {
        const names = [...files].flatMap((file) => this.getModuleInfo(file)?.exports ?? []);
        const twice = names.filter((name, at) => names.indexOf(name) !== at);
        if (files.size > 1 && twice.length)
          throw new Error(`Two files of the chunk ${chunk} export ${twice.join(', ')}`);
      }
    },
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
        const open = new Map();
        for (const chunk of chunks) {
          const alias = openDoor(chunk);
          if (alias) open.set(chunk.name, alias);
        }
        for (const chunk of chunks)
          chunk.code = chunk.code.replace(
            /(import\(["`]\.\/([\w-]+)\.js["`]\))\.then\(\w+=>\w+\.(\w+)\)/g,
            (whole, asked, name, alias) => (open.get(name) === alias ? asked : whole),
          );
        for (const { fileName } of chunks) if (RUNTIME.test(fileName)) delete bundle[fileName];
      },
    },
  };
}

/** Exports one by one what the door's object holds. What that was called outside, if there was one. */
function openDoor(chunk) {
  const [asked, make] =
    /import\{(?:t as )?([\w$]+)\}from["`]\.\/rolldown-runtime\.js["`];/.exec(chunk.code) ?? [];
  if (!asked) return undefined;
  const objects = [
    ...chunk.code.matchAll(/([\w$]+)=([\w$]+)\(\{((?:[\w$]+:\(\)=>[\w$]+,?)+)\}\)/g),
  ];
  const [[object, door, maker, held]] = objects;
  if (objects.length !== 1 || maker !== make)
    throw new Error(`${chunk.name} has ${objects.length} doors`);
  if (chunk.code.includes(`then(()=>${door})`))
    throw new Error(`${chunk.name} asks for itself: say import … from where it says import()`);
  const [, exported] = /export\{([^}]*)\};?\s*$/.exec(chunk.code);
  const old = exported.split(',').find((one) => one.startsWith(`${door} as `));
  const names = held.split(',').map((one) => one.replace(/^(.+):\(\)=>(.+)$/, '$2 as $1'));
  const exports = [...exported.split(',').filter((one) => one !== old), ...names];
  const end = chunk.code.lastIndexOf('export{');
  chunk.code = `${chunk.code.slice(0, end)}export{${exports.join()}};`
    .replace(asked, () => '')
    .replace(object, () => `${door}=0`);
  chunk.imports = chunk.imports.filter((file) => !RUNTIME.test(file));
  return old.slice(`${door} as `.length);
}
