// The one place that knows where browsers are and how Chromium is started.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall } from './apt.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Pages of the browser's own that every window would load, seen or not: as much work as a short test. */
const ownPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** What Playwright turns off: it gives way to a list of ours, so that list has them too. */
const playwrights = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Headless, silent on the network, the same on every machine. */
export const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  `--disable-features=${[...ownPages, ...playwrights].join()}`,
];

/** What Playwright is launched with: it adds `--headless` and the sandbox flag itself. */
export const playwrightLaunch = (shell) => ({
  executablePath: shell ?? requireChromium(),
  chromiumSandbox: false,
  args: flags.filter((flag) => flag !== '--no-sandbox'),
});

/** What puppeteer is launched with. */
export const puppeteerLaunch = (shell) => ({
  executablePath: shell ?? requireChromium(),
  headless: shell ? 'shell' : true,
  args: flags,
});

/** The path of a Chromium on this machine, or undefined. `CHROME_BIN` wins. */
export function findChromium() {
  const { CHROME_BIN, PATH = '' } = process.env;
  if (CHROME_BIN) {
    if (!existsSync(CHROME_BIN)) throw new Error(`CHROME_BIN is set, but ${CHROME_BIN} is missing`);
    return CHROME_BIN;
  }
  const places = PATH.split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  return places.find((place) => existsSync(place)) ?? playwrightsOwn();
}

/** As `findChromium`, for those who cannot go on without one. */
export function requireChromium() {
  const found = findChromium();
  if (!found)
    throw new Error('No Chromium here. Run `node scripts/browsers.mjs`, or set CHROME_BIN to one.');
  return found;
}

/** Installs a Chromium if there is none: by apt where we are root, else Playwright's own. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  aptInstall('Chromium', 'chromium', 'fonts-liberation');
  if (!findChromium())
    execFileSync(process.execPath, [playwrightCli(), 'install', 'chromium'], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  return requireChromium();
}

/**
 * The path of Chromium without a browser around it, where it can be had and no other was named: its
 * windows are there in half the time, and none is hidden behind another. It keeps no page that was
 * left, and blocks no cookie.
 */
export function ensureShell() {
  if (process.env.CHROME_BIN) return undefined;
  const find = () => onPath('chromium-headless-shell');
  if (!find()) aptInstall('Chromium shell', 'chromium-headless-shell');
  return find();
}

/** WebKitGTK and a screen for it, where they can be had; its tests say why they are skipped elsewhere. */
export function ensureWebKit() {
  if (!['Xvfb', 'WebKitWebDriver'].every((name) => onPath(name)))
    aptInstall('WebKit', 'xvfb', 'webkit2gtk-driver');
}

/** Firefox, where it can be had; its tests say why they are skipped elsewhere. */
export function ensureFirefox() {
  if (!findFirefox()) aptInstall('Firefox', 'firefox-esr');
}

/** The path of a Firefox on this machine, or undefined. */
export const findFirefox = () => onPath('firefox-esr') ?? onPath('firefox');

/** Why there is no Firefox here; undefined where there is one. */
export const firefoxIsMissing = () =>
  findFirefox() ? undefined : 'no Firefox here (Debian: firefox-esr)';

/** The path of WebKitGTK's small browser on this machine, or undefined. */
export function findWebKit() {
  const lib = '/usr/lib';
  if (!existsSync(lib)) return undefined;
  const versions = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
  return readdirSync(lib)
    .flatMap((machine) => versions.map((version) => join(lib, machine, version, 'MiniBrowser')))
    .find((file) => existsSync(file));
}

/** Why there is no WebKit here; undefined where there is one. */
export function webKitIsMissing() {
  const missing = ['Xvfb', 'WebKitWebDriver'].filter((name) => !onPath(name));
  if (!findWebKit()) missing.push('MiniBrowser');
  return missing.length
    ? `no WebKit here: ${missing.join(', ')} missing (Debian: xvfb, webkit2gtk-driver)`
    : undefined;
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find((place) => existsSync(place));

const playwrightCli = () => join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');

function playwrightsOwn() {
  if (!existsSync(playwrightCli())) return undefined;
  const asked = spawnSync(
    process.execPath,
    ['-e', "process.stdout.write(require('playwright-core').chromium.executablePath())"],
    { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' },
  );
  return asked.status === 0 && existsSync(asked.stdout) ? asked.stdout : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureChromium());
