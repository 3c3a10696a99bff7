// The CLI bundled as it is published, from the sources as they are now, and its packages with it: it
// starts four times as fast as through a loader, which counts where tests start it hundreds of times.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Answers where its file is; it goes with this process. */
export async function bundleCli(root) {
  // below node_modules, where it finds its packages and nobody looks for sources
  const shelf = join(root, 'node_modules/.front-desk-test');
  mkdirSync(shelf, { recursive: true });
  const outDir = mkdtempSync(join(shelf, 'cli-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // these find files of their own beside them
    ssr: { noExternal: true, external: ['libsql', 'pino'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: {
          bin: join(root, 'src/server/bin.ts'),
          'model-thread': join(root, 'src/server/models/thread.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  return join(outDir, 'bin.js');
}
