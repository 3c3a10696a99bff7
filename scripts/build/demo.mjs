// dist/demo: the demo shop as a static site. In the shop's pages the tag gives its place to the script
// that starts the mock and then puts the tags in. What is TypeScript (that script, the gallery) goes
// through vite.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { writeShop } from './shop.mjs';

const TAG = /<script\b[^>]*?\ssrc="front-desk\.js"/;

export async function buildDemo({ root, outDir, cdn }) {
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false, reportCompressedSize: false },
  });
  await cp(cdn, outDir, { recursive: true });
  await writeShop(join(root, 'demo'), outDir, (page, name) => {
    if (!TAG.test(page)) throw new Error(`demo/${name} does not paste the tag`);
    return page
      .replace(TAG, '<script type="module" src="start-mock.js"')
      .replaceAll(/ src="(fd-[\w-]+\.js)"/g, ' data-src="$1"');
  });
}
