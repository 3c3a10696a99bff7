import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { withParts } from '../../scripts/build/shop.mjs';
import { peerPages } from './peers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist/bench');
/**
 * The demo shop's front page, once bare and once with each widget in the place of our tag.
 * `launcher` and `panel` are selectors; `>>>` enters a shadow root.
 */
export async function makePages() {
  await rm(join(out, 'pages'), { recursive: true, force: true });
  const demo = join(root, 'demo');
  const name = 'index.html';
  const front = withParts(await readFile(join(demo, name), 'utf8'), { demo, name });
  // hearts are another tag, with a weight of its own
  const shop = front.replace(/\s*<script[^>]*fd-wishlist-button\.js[^>]*><\/script>/, '');
  const tag = /\s*<script[^>]*front-desk\.js[^>]*><\/script>/.exec(shop)?.[0];
  if (!tag) throw new Error('demo/index.html has no tag of ours');
  const page = async (name, put, rest = {}) => {
    const dir = join(out, 'pages', name);
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'index.html'), put(shop, tag));
    return { name, dir, ...rest };
  };

  const desk = {
    launcher: 'front-desk >>> button',
    panel: 'front-desk >>> fd-panel >>> [part="header"] button',
  };
  const lit = {
    launcher: '#lit-desk >>> button.l',
    panel: '#lit-desk >>> lit-desk-panel >>> input',
  };
  const lazyLit = (mode) => (html) =>
    html
      .replace(tag, '')
      .replace('</body>', `<script type="module" src="loader.js?mode=${mode}"></script></body>`);
  const pages = [
    await page('bare', (html) => html.replace(tag, ''), { baseline: true }),
    await page('front-desk', (html) => html, { ...desk, api: true }),
    await page('front-desk after 400 ms of hover', (html) => html, {
      ...desk,
      api: true,
      hoverMs: 400,
      leak: false,
    }),
    await page(
      'front-desk warmed when idle',
      (html) => html.replace('data-api', 'data-preload="idle" data-api'),
      { ...desk, api: true, leak: false },
    ),
    await page('lazy Lit', lazyLit('tap'), { ...lit, lit: true }),
    await page('lazy Lit after 400 ms of hover', lazyLit('hover'), {
      ...lit,
      lit: true,
      hoverMs: 400,
      leak: false,
    }),
    await page('lazy Lit warmed when idle', lazyLit('idle'), { ...lit, lit: true, leak: false }),
    ...(await peerPages(page)),
  ];
  for (const { dir } of pages.filter(({ api }) => api)) {
    await cp(join(root, 'dist/cdn'), dir, { recursive: true });
  }
  for (const { dir } of pages.filter(({ lit }) => lit)) await bundle(dir);
  return { pages, host: demo };
}

/** The bare lazy Lit page: the least a launcher without Lit and a Lit panel behind it can cost. */
async function bundle(to) {
  await build({
    root: join(root, 'bench/widget/lit'),
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: to,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: ['loader.js', 'panel.js'].map((file) => join(root, 'bench/widget/lit', file)),
        preserveEntrySignatures: false,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}
