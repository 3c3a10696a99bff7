// The CLI bundled as it is published, from the sources as they are now, and its packages with it: it
// starts four times as fast as through a loader, which counts where tests start it hundreds of times.
import { join } from 'node:path';
import { build } from 'vite';
import { cliBuild } from '../build/cli.mjs';
import { onShelf } from './shelf.mjs';

/** Answers where its file is; it goes with this process. */
export async function bundleCli(root) {
  const outDir = onShelf(root, 'cli');
  await bundle(root, cliBuild(root, outDir));
  return join(outDir, 'bin.js');
}

/** The same of one file that a test starts as often: answers where the bundled one is. */
export async function bundleScript(root, file) {
  const outDir = onShelf(root, 'script');
  const input = { script: join(root, file) };
  const { rolldownOptions, ...like } = cliBuild(root, outDir);
  await bundle(root, { ...like, rolldownOptions: { ...rolldownOptions, input } });
  return join(outDir, 'script.js');
}

const bundle = (root, made) =>
  build({
    root,
    configFile: false,
    logLevel: 'error',
    // these find files of their own beside them
    ssr: { noExternal: true, external: ['libsql', 'pino'] },
    build: made,
  });
