// `npm run picture`: docs/pictures/desk.png, the README's picture. A real browser, the real server:
// one sample customer signs in on the demo shop's page, once at a desktop and once on a phone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { playwrightLaunch } from './browsers.mjs';
import { root } from './install.mjs';

const FILE = 'docs/pictures/desk.png';
const CUSTOMER = 'mara@kern.eu';

process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), 'front-desk-picture-'));
const database = ['--database', join(folder, 'desk.db')];
const server = spawn(
  process.execPath,
  ['dist/server/bin.js', 'serve', '--dev', '--demo', '--port', '0', ...database],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const browser = await chromium.launch(playwrightLaunch());
try {
  const url = await ready(server);
  const desktop = await openPanel(url, { viewport: { width: 1180, height: 760 } });
  await signIn(desktop, url);
  const storageState = await desktop.context().storageState();
  const phone = await openPanel(url, {
    viewport: { width: 375, height: 760 },
    isMobile: true,
    hasTouch: true,
    storageState,
  });
  mkdirSync(dirname(FILE), { recursive: true });
  await putTogether([await shoot(desktop), await shoot(phone)]);
  console.log(FILE);
} finally {
  await browser.close();
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  rmSync(folder, { recursive: true });
}

async function ready({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const url = /^ready (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The server ended before it was ready');
}

async function openPanel(url, options) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(url);
  await page.getByRole('button', { name: /^Help/ }).click();
  return page;
}

async function signIn(page, url) {
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  await panel.getByLabel('E-mail').fill(CUSTOMER);
  await panel.getByRole('button', { name: 'Send code' }).click();
  const code = panel.getByLabel('6-digit code');
  await code.waitFor();
  await code.fill(await newestCode(url));
  await code.waitFor({ state: 'hidden' });
}

/** The panel, once it shows orders, pictures and all. */
async function shoot(page) {
  await page
    .getByRole('dialog')
    .getByText(/Order \d+/)
    .first()
    .waitFor();
  for (const image of await page.getByRole('dialog').locator('img').all())
    await image.evaluate((element) => element.decode());
  const image = await page.screenshot({ animations: 'disabled' });
  return { ...page.viewportSize(), source: `data:image/png;base64,${image.toString('base64')}` };
}

async function newestCode(url) {
  const answer = await fetch(`${url}dev/mailbox.json?limit=1&to=${encodeURIComponent(CUSTOMER)}`);
  const { mails } = await answer.json();
  return /\b\d{6}\b/.exec(mails[0].text)[0];
}

/** Both shots beside each other on one ground. */
async function putTogether(shots) {
  const page = await browser.newPage({ viewport: { width: 1640, height: 800 } });
  const images = shots.map(
    ({ source, width, height }) => `<img src="${source}" width="${width}" height="${height}">`,
  );
  await page.setContent(`<style>
    body { margin: 0; padding: 20px; display: flex; gap: 24px; background: #e9ece8 }
    img { border-radius: 14px; box-shadow: 0 8px 32px #10121422 }
  </style>${images.join('')}`);
  await page.locator('body').screenshot({ path: FILE });
}
