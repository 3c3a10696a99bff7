// dist/cdn: the script tag's file and its chunks, in two passes. One pass would put vite's preload
// helper and `import.meta.url` into the loader, which then is larger and no classic script.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'terser';
import { build } from 'vite';
import { codeSplitting, named } from './chunks.mjs';
import { doors } from './doors.mjs';
import { chunkAddresses, findLanguages } from './languages.mjs';
import { literals } from './literals.mjs';
import { OWN, shareNames } from './names.mjs';
import { phrases } from './phrases.mjs';
import { shorten } from './short-names.mjs';

const PANEL = 'src/widget/panel.ts';
const COLLECTOR = 'src/widget/collector.ts';
const TASK = 'src/widget/task-page.ts';
/** The files that pages name, with their entries. */
const LOADERS = {
  'front-desk.js': 'src/widget/loader.ts',
  'fd-returns.js': 'src/widget/returns-loader.ts',
  'fd-order-tracker.js': 'src/widget/tracker-loader.ts',
  'fd-wishlist-button.js': 'src/widget/wishlist-loader.ts',
  'fd-recommendations.js': 'src/widget/recommendations-loader.ts',
};

const own = { properties: { regex: new RegExp(`^(?:${OWN.join('|')})$`), keep_quoted: true } };

/**
 * Terser finds 1 % more after oxc, and in the loader, where bytes are dearest, once more after itself.
 * It puts no function with statements where it is called: brotli knows the call by then. In chunks it
 * names things once all is as it stays, by what is used then.
 */
const squeeze = (module) => ({
  name: 'squeeze',
  async generateBundle(_, bundle) {
    const options = {
      module,
      ecma: 2020,
      compress: { passes: module ? 5 : 3, unsafe_arrows: true, inline: 1, hoist_funs: module },
      format: { comments: false },
    };
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const caches = module ? shareNames(chunks) : new Map();
    for (const chunk of chunks) {
      const once = await minify(chunk.code, { ...options, mangle: !module });
      const again = module
        ? { ...options, compress: false, mangle: own, nameCache: caches.get(chunk) }
        : options;
      chunk.code = (await minify(once.code, again)).code;
    }
  },
});

/** The modules that the panel cannot begin without. */
const rememberFirst = (first) => ({
  name: 'remember-first',
  buildEnd() {
    const panel = [...this.getModuleIds()].find((id) => id.endsWith(PANEL));
    const add = (id) => {
      if (first.has(id)) return;
      first.add(id);
      this.getModuleInfo(id)?.importedIds.forEach(add);
    };
    if (panel) add(panel);
  },
});

/** In the chunk of which name each room's element lies: with others it is no entry of the manifest. */
const findRooms = (rooms) => ({
  name: 'find-rooms',
  generateBundle(_, bundle) {
    for (const { name, moduleIds = [] } of Object.values(bundle))
      for (const id of moduleIds) {
        const [, room] = /\/src\/widget\/rooms\/.*\/fd-([a-z-]+)\.ts$/.exec(id) ?? [];
        if (room) rooms[room] = name;
      }
  },
});

const shared = (root, outDir, module, define = {}, plugins = []) => ({
  root,
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [literals(), squeeze(module), ...plugins],
  define: { 'process.env.NODE_ENV': '"production"', ...define },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    minify: 'oxc',
    copyPublicDir: false,
    reportCompressedSize: false,
  },
});

/** Stands for the stamp until every chunk is there. */
const UNSTAMPED = 'unstamped';

/**
 * One stamp of all chunks together, as the folder they lie in: they know one another by bare names,
 * only the tag's file knows the stamp, and chunks of two releases never meet.
 */
async function stamp(outDir) {
  const folder = join(outDir, 'c', UNSTAMPED);
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort())
    hash.update(`${name}\0${await readFile(join(folder, name), 'utf8')}\0`);
  // hex: of a stamp in all letters one in sixteen costs the tag's file twenty bytes, by how brotli cuts it
  const mark = hash.digest('hex').slice(0, 7);
  await rename(folder, join(outDir, 'c', mark));
  const list = join(outDir, 'chunks.json');
  const manifest = JSON.parse((await readFile(list, 'utf8')).replaceAll(UNSTAMPED, mark));
  await rm(list);
  return manifest;
}

/** Writes the files and says what came of it: the manifest of the panel's chunks, and which has which room. */
export async function buildCdn({ root, outDir, plugins = [] }) {
  const languages = findLanguages(root);
  const sources = { panel: PANEL, 'task-page': TASK, events: COLLECTOR, ...languages };
  const entry = Object.fromEntries(
    Object.entries(sources).map(([name, file]) => [name, join(root, file)]),
  );
  const gone = named.filter((file) => !existsSync(join(root, 'src', file)));
  if (gone.length) throw new Error(`chunks.mjs names what is not there: ${gone.join(', ')}`);
  const first = new Set();
  const rooms = {};
  const chunks = shared(root, outDir, true, {}, [
    phrases(root),
    shorten(root),
    doors(root),
    rememberFirst(first),
    findRooms(rooms),
    ...plugins,
  ]);
  const name = `c/${UNSTAMPED}/[name].js`;
  const names = { entryFileNames: name, chunkFileNames: name };
  await build({
    ...chunks,
    build: {
      ...chunks.build,
      // mangled at the last: what chunks share gets one name in all
      minify: false,
      manifest: 'chunks.json',
      // A library has no preload helper in its chunks.
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        checks: { pluginTimings: false },
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
          comments: false,
          ...names,
          codeSplitting: codeSplitting(first),
        },
      },
    },
  });
  const manifest = await stamp(outDir);

  const pattern = manifest[PANEL].file.replace('panel', '*');
  for (const [name, file] of Object.entries(sources))
    if (manifest[file].file !== pattern.replace('*', name))
      throw new Error(`${manifest[file].file} is not of the kind ${pattern}`);
  const addresses = chunkAddresses(`./${pattern}`, '', languages);
  for (const [file, entry] of Object.entries(LOADERS)) {
    const loader = shared(root, outDir, false, addresses);
    await build({
      ...loader,
      build: {
        ...loader.build,
        lib: {
          entry: join(root, entry),
          formats: ['iife'],
          name: 'FrontDeskLoader',
          fileName: () => file,
        },
        rolldownOptions: {
          checks: { pluginTimings: false },
          // rolldown folds import(src ? url : './c/…') into import('./c/…'): that stays outside.
          external: [/^\.\/c\//],
          output: { minify: true, comments: false },
        },
      },
    });
  }
  return { loader: 'front-desk.js', panel: manifest[PANEL].file, rooms, manifest };
}
