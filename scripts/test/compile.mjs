// Test files and all they import as plain JavaScript, each module by itself, as they lie in the tree:
// through a loader every file's process would take up to a second longer to begin.
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { literals } from '../build/literals.mjs';
import { onShelf } from './shelf.mjs';

/** A module is where its source is: docs, fixtures and workers lie around that. */
const origins = {
  name: 'origins',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null;
    const said = { url: pathToFileURL(id).href, filename: id, dirname: dirname(id) };
    const placed = code.replace(/\bimport\.meta\.(url|filename|dirname)\b/g, (_, name) =>
      JSON.stringify(said[name]),
    );
    // every line stays where it is
    return { code: placed, map: null };
  },
};

/** Sheets that are imported as text; nothing else is shrunk, and every line stays where it is. */
const { transform: _, ...sheets } = literals();

/** Answers where the compiled files are, in the order of the given ones; they go with this process. */
export async function compileTests(root, files) {
  const outDir = onShelf(root, 'tests');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [sheets, origins],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: files.map((file) => join(root, file)),
        treeshake: false,
        output: {
          preserveModules: true,
          preserveModulesRoot: root,
          entryFileNames: '[name].js',
          // node_modules may be a link
          sourcemapPathTransform: (source, map) => resolve(dirname(map), source),
        },
      },
    },
  });
  return files.map((file) => join(outDir, file.replace(/\.ts$/, '.js')));
}
