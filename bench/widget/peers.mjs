// The pages of peers: what their npm packages ship, set up as their own READMEs say. Nothing of them
// is kept here.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const out = fileURLToPath(new URL('../../dist/bench', import.meta.url));
const peers = {
  '@algolia/autocomplete-js': '1.19.12',
  '@algolia/autocomplete-theme-classic': '1.19.11',
  '@cloudflare/ai-search-snippet': '0.0.42',
  '@typebot.io/js': '0.10.7',
  'deep-chat': '2.4.2',
};

export const peerPages = async (page) => [
  await autocomplete(page),
  await cloudflare(page),
  await deepChat(page),
  await typebot(page),
];

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

async function cloudflare(page) {
  const made = await page(
    'Cloudflare AI search',
    (html, tag) =>
      html
        .replace(tag, '')
        .replace(
          '</body>',
          '<script type="module" src="search-snippet.chat.es.js"></script><chat-bubble-snippet api-url="/api"></chat-bubble-snippet></body>',
        ),
    {
      launcher: 'chat-bubble-snippet >>> .bubble-button',
      panel: 'chat-bubble-snippet >>> .chat-input',
      close: 'chat-bubble-snippet >>> .close-button',
    },
  );
  const dist = join(peer('@cloudflare/ai-search-snippet'), 'dist');
  for (const name of ['search-snippet.chat.es.js', 'chunks'])
    await cp(join(dist, name), join(made.dir, name), { recursive: true });
  return made;
}

/** It has no launcher of its own: a button that fetches it at the tap is the kindest there is. */
async function deepChat(page) {
  const made = await page(
    'deep-chat behind a button',
    (html, tag) =>
      html
        .replace(
          tag,
          '<style>#dl{position:fixed;right:20px;bottom:20px;width:56px;height:56px}#dp{position:fixed;right:20px;bottom:88px}</style>',
        )
        .replace(
          '</body>',
          '<button id="dl">?</button><div id="dp" hidden></div><script src="start.js"></script></body>',
        ),
    { launcher: '#dl', panel: 'deep-chat >>> #text-input' },
  );
  await cp(
    join(peer('deep-chat'), 'dist/deepChat.bundle.js'),
    join(made.dir, 'deepChat.bundle.js'),
  );
  await writeFile(
    join(made.dir, 'start.js'),
    `dl.onclick = async () => {
      if (!dp.firstChild) {
        await import('./deepChat.bundle.js');
        dp.innerHTML = '<deep-chat demo="true"></deep-chat>';
      }
      dp.hidden = !dp.hidden;
    };`,
  );
  return made;
}

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
