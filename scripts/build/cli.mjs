import { join } from 'node:path';

/** How the CLI is bundled, for the package and for tests: three files that Node starts, and their chunks. */
export const cliBuild = (root, outDir) => ({
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
      'checkpoint-thread': join(root, 'src/server/drivers/checkpoint-thread.ts'),
    },
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
  },
});
