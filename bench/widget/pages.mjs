import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist/bench');
/** Peers are what their npm packages ship, set up as their own READMEs say. Nothing of them is kept here. */
const peers = {
  '@algolia/autocomplete-js': '1.19.12',
  '@algolia/autocomplete-theme-classic': '1.19.11',
  '@typebot.io/js': '0.10.7',
};

/**
 * The demo shop's front page, once bare and once with each widget in the place of our tag.
 * `launcher` and `panel` are selectors; `>>>` enters a shadow root.
 */
export async function makePages() {
  await rm(join(out, 'pages'), { recursive: true, force: true });
  const front = await readFile(join(root, 'demo/index.html'), 'utf8');
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
    await autocomplete(page),
    await typebot(page),
  ];
  for (const { dir } of pages.filter(({ api }) => api)) {
    await cp(join(root, 'dist/cdn'), dir, { recursive: true });
  }
  for (const { dir } of pages.filter(({ lit }) => lit)) await bundle(dir);
  return { pages, host: join(root, 'demo') };
}

async function autocomplete(page) {
  const made = await page(
    'Algolia autocomplete',
    (html, tag) =>
      html
        .replace(
          tag,
          '<link rel="stylesheet" href="ac.css"><style>#ac{position:fixed;right:20px;bottom:20px;width:160px}</style>',
        )
        .replace(
          '</body>',
          '<div id="ac"></div><script src="ac.js"></script><script src="start.js"></script></body>',
        ),
    {
      launcher: '.aa-DetachedSearchButton',
      panel: '.aa-DetachedOverlay .aa-Input',
      close: '.aa-DetachedCancelButton',
    },
  );
  await cp(
    join(peer('@algolia/autocomplete-js'), 'dist/umd/index.production.js'),
    join(made.dir, 'ac.js'),
  );
  await cp(
    join(peer('@algolia/autocomplete-theme-classic'), 'dist/theme.min.css'),
    join(made.dir, 'ac.css'),
  );
  await writeFile(
    join(made.dir, 'start.js'),
    `window['@algolia/autocomplete-js'].autocomplete({ container: '#ac', detachedMediaQuery: '', placeholder: 'Help', openOnFocus: true,
      getSources: () => [{ sourceId: 'o', getItems: () => Array.from({ length: 20 }, (_, i) => ({ label: 'Order ' + i })),
        templates: { item: ({ item, html }) => html\`<div>\${item.label}</div>\` } }] });`,
  );
  return made;
}

async function typebot(page) {
  const made = await page(
    'Typebot bubble',
    (html, tag) =>
      html
        .replace(tag, '')
        .replace('</body>', '<script type="module" src="start.js"></script></body>'),
    {
      launcher: 'typebot-bubble >>> button',
      panel: 'typebot-bubble >>> input',
      answers: typebotAnswers,
    },
  );
  await cp(join(peer('@typebot.io/js'), 'dist/web.js'), join(made.dir, 'web.js'));
  await writeFile(
    join(made.dir, 'start.js'),
    `import Typebot from './web.js'; Typebot.initBubble({ typebot: 'demo', apiHost: location.origin });`,
  );
  return made;
}

/** The least its own backend would say to open with one text field. */
const typebotAnswers = (path) => {
  if (!path.startsWith('/api/')) return undefined;
  if (!path.endsWith('/startChat')) return {};
  return {
    sessionId: 's',
    resultId: 'r',
    typebot: {
      id: 't',
      version: '6.1',
      publishedAt: '2026-01-01T00:00:00Z',
      theme: { general: { font: { type: 'Google', family: 'system-ui' } }, chat: {} },
      settings: { general: {}, typingEmulation: { enabled: false } },
    },
    messages: [
      {
        id: 'm',
        type: 'text',
        content: { type: 'richText', richText: [{ type: 'p', children: [{ text: 'Hello' }] }] },
      },
    ],
    input: {
      id: 'i',
      type: 'text input',
      options: { labels: { placeholder: 'Type', button: 'Send' } },
    },
  };
};

function peer(name) {
  const dir = join(out, 'peers', name.replace('/', '__'));
  if (!existsSync(join(dir, 'package'))) {
    execFileSync('mkdir', ['-p', dir]);
    const file = execFileSync(
      'npm',
      ['pack', `${name}@${peers[name]}`, '--silent', '--pack-destination', dir],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n')
      .at(-1);
    execFileSync('tar', ['-xzf', join(dir, file), '-C', dir]);
  }
  return join(dir, 'package');
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
