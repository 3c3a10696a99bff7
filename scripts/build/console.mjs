// dist/console: the page on which the shop's people answer. Its files carry a hash of what is in them.
import { join } from 'node:path';
import { build } from 'vite';
import { literals } from './literals.mjs';

/** The console, and the panel as it will look in it. */
const pages = ['index.html', 'preview.html'];

export async function buildConsole({ root, outDir }) {
  await build({
    root: join(root, 'src/console'),
    base: '/console/',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [literals()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...{ outDir, emptyOutDir: false, target: 'es2022', reportCompressedSize: false },
      // no script in the page itself: its policy lets none run
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages.map((name) => join(root, 'src/console', name)) },
    },
  });
}
