// dist/demo: the demo shop as a static site. The shop's pages are copied as they stand; only the
// tag gives its place to the script that starts the mock and then puts the tags in. What is
// TypeScript (that script, the gallery) goes through vite.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const TAG = /<script\b[^>]*?\ssrc="front-desk\.js"/;

export async function buildDemo({ root, outDir, cdn }) {
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false, reportCompressedSize: false },
  });
  await cp(cdn, outDir, { recursive: true });
  await copyShop(join(root, 'demo'), outDir);
  for (const name of await pages(join(root, 'demo'))) {
    const page = await readFile(join(outDir, name), 'utf8');
    if (!TAG.test(page)) throw new Error(`demo/${name} does not paste the tag`);
    await writeFile(
      join(outDir, name),
      page
        .replace(TAG, '<script type="module" src="start-mock.js"')
        .replaceAll(/ src="(fd-[\w-]+\.js)"/g, ' data-src="$1"'),
    );
  }
}

/** The shop's own files, without what only a build can read. */
export const copyShop = (demo, outDir) =>
  cp(demo, outDir, {
    recursive: true,
    filter: (path) => !/\.ts$|tsconfig\.json$|[\\/]gallery([\\/]|$)/.test(path),
  });

const pages = async (demo) => (await readdir(demo)).filter((name) => name.endsWith('.html'));
