// `npm run screenshots -- FOLDER [--only WORDS] [--look phone-dark]…`: every state of the gallery in
// every look, as the built demo shows it; any language is a look too: phone-ja. For eyes: nothing
// is compared.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { builtNames } from './build/short-classes.mjs';
import { addressOf } from '../demo/gallery/state-address.ts';
import { groups } from '../demo/gallery/states.ts';
import { createFiles } from '../src/server/drivers/files.ts';
import { listen } from '../src/server/http/listen.ts';
import { findLanguages } from './build/languages.mjs';
import { playwrightLaunch } from './browsers.mjs';
import { root } from './install.mjs';

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const usual = {
  light: { locale: 'en-GB', scheme: 'light' },
  dark: { locale: 'en-GB', scheme: 'dark' },
  arabic: { locale: 'ar', scheme: 'light' },
};
const languages = Object.keys(findLanguages(root));
const words = {
  ...Object.fromEntries(languages.map((locale) => [locale, { locale, scheme: 'light' }])),
  ...usual,
};
const looks = Object.entries(sizes).flatMap(([size, viewport]) =>
  Object.entries(words).map(([name, query]) => ({
    ...{ name: `${size}-${name}`, viewport, query },
    isUsual: name in usual,
  })),
);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, look: { type: 'string', multiple: true } },
});
const [folder] = positionals;
if (!folder) {
  console.error('Say where to: npm run screenshots -- FOLDER');
  process.exit(1);
}
const wanted = looks.filter(({ name, isUsual }) => values.look?.includes(name) ?? isUsual);
const states = groups
  .flatMap(({ title, states: all }) =>
    all.map((state) => ({ ...state, title: `${title} ${state.title}` })),
  )
  .filter(({ title }) => title.toLowerCase().includes(values.only.toLowerCase()));

const files = createFiles({ folder: join(root, 'dist/demo') });
const site = await listen({
  port: 0,
  host: 'loopback',
  answer: async (request) =>
    (await files(request, new URL(request.url).pathname)) ?? new Response('', { status: 404 }),
});
const browser = await chromium.launch(playwrightLaunch());
mkdirSync(folder, { recursive: true });
try {
  const left = wanted.flatMap((look) => states.map((state) => ({ look, state })));
  const inTurn = async () => {
    for (let next = left.shift(); next; next = left.shift()) await shoot(next);
  };
  await Promise.all([inTurn(), inTurn()]);
} finally {
  await browser.close();
  await site.stop();
}

async function shoot({ look, state }) {
  const page = await browser.newPage({
    viewport: look.viewport,
    colorScheme: look.query.scheme,
    reducedMotion: 'reduce',
  });
  await page.goto(`http://localhost:${site.port}/gallery/${addressOf(state, look.query)}`);
  await page.locator('html[data-shown]').waitFor({ state: 'attached' });
  const bones = page.locator(`:is(fd-panel, fd-page) .${builtNames(root).get('sk')}`).first();
  await bones.waitFor({ state: state.hold ? 'visible' : 'hidden' });
  await page.locator(':is(fd-panel, fd-page) img').evaluateAll((images) =>
    Promise.all(
      images
        .filter((image) => image.getBoundingClientRect().top < innerHeight)
        // those beside the view, in a strip, would wait to be scrolled to
        .map((image) => Object.assign(image, { loading: 'eager' }).decode()),
    ),
  );
  const name = state.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const path = join(folder, `${name}.${look.name}.png`);
  await page.screenshot({ path });
  console.log(path);
  await page.close();
}
