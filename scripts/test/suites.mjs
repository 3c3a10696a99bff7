// Which test files belong to which runner, and how each runner is called.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureFirefox, ensureWebKit, firefoxIsMissing, webKitIsMissing } from '../browsers.mjs';
import { ensureNode22 } from './node22.mjs';

const bin = (name) => join('node_modules/.bin', name);

const words = (line) => line.split(' ');

const nodeTests = (program, files, ...options) => [
  program,
  ...options,
  ...words('--enable-source-maps --test --test-concurrency=3'),
  '--test-reporter=./scripts/test/node-reporter.mjs',
  ...files,
];

/** It takes longest, on one core: begun first, it is not what all wait for in the end. */
const longest = 'test/server/kill.test.ts';

/** What an engine could do its own way: focus, dialogs, popovers, keys, history, scrolling, tabs. */
const enginesOwn = [
  'test/widget/elements/recommendations.browser.ts',
  'test/widget/elements/wishlist-button.browser.ts',
  'test/widget/host/turns.browser.ts',
  'test/widget/loader/api.browser.ts',
  'test/widget/loader/launcher.browser.ts',
  'test/widget/loader/leaving.browser.ts',
  'test/widget/page/order-tracker.browser.ts',
  'test/widget/page/returns.browser.ts',
  'test/widget/panel/panel.browser.ts',
  'test/widget/rooms/orders.browser.ts',
  'test/widget/rooms/sign-in.browser.ts',
];

const runners = [
  {
    name: 'node',
    ending: '.test.ts',
    postgres: true,
    compiled: true,
    command: (files) => nodeTests(process.execPath, files, '--import', './scripts/test/node20.mjs'),
  },
  {
    // the stores on the SQLite of a newer Node, and the server killed on it
    name: 'node22',
    ending: '.test.ts',
    only: [
      'test/backend/live/any-order.test.ts',
      'test/backend/storage/conversations.test.ts',
      'test/backend/storage/engines.test.ts',
      'test/backend/storage/events.test.ts',
      'test/backend/storage/identity.test.ts',
      'test/backend/storage/money.test.ts',
      'test/backend/storage/newer.test.ts',
      'test/backend/storage/outbox.test.ts',
      'test/backend/storage/recommendations.test.ts',
      'test/backend/storage/upload-owners.test.ts',
      'test/backend/storage/uploads.test.ts',
      'test/backend/storage/wishlists.test.ts',
      'test/server/jobs.test.ts',
    ],
    onlyDeep: ['test/deep/kill.test.ts'],
    onlyQuick: ['test/server/kill.test.ts'],
    ensure: ensureNode22,
    env: { FD_ENGINE: 'node:sqlite' },
    compiled: true,
    command: (files, { program }) => nodeTests(program, files),
  },
  {
    name: 'browser',
    ending: '.browser.ts',
    browser: true,
    command: (files) => [
      bin('wtr'),
      ...words('--config test/web-test-runner.config.mjs --files'),
      ...files,
    ],
  },
  {
    // elements once more, in Firefox and WebKit
    name: 'engines',
    ending: '.browser.ts',
    only: enginesOwn,
    onlyQuick: [],
    onlyDeep: testFiles().filter(
      (file) =>
        file.startsWith('test/widget/') &&
        file.endsWith('.browser.ts') &&
        !enginesOwn.includes(file),
    ),
    browser: true,
    ensure: ensureEngines,
    command: (files) => [
      process.execPath,
      ...words('--import tsx node_modules/@web/test-runner/dist/bin.js'),
      ...words('--config test/engines.config.mjs --files'),
      ...files,
    ],
  },
  {
    name: 'e2e',
    ending: '.spec.ts',
    browser: true,
    build: true,
    command: (files) => [
      bin('playwright'),
      ...words('test --config test/playwright.config.ts'),
      '--reporter=list,./scripts/test/playwright-reporter.mjs',
      ...files,
    ],
  },
];

/** Tests in these folders look at what the build has made, or drive it. */
const builtFolders = ['test/build/', 'test/deep/', 'test/e2e/'];

export function chooseSuites({ wanted = [], deep = false }) {
  const files = testFiles().filter((file) => deep || !file.startsWith('test/deep/'));
  const isAsked = (name, file) =>
    wanted.length === 0 ||
    wanted.some((word) =>
      runners.some((one) => one.name === word) ? word === name : isBelow(file, word),
    );
  return runners
    .map((runner) => {
      const mine = runner.only
        ? again(runner, { wanted, deep })
        : files.filter((f) => f.endsWith(runner.ending) && isAsked(runner.name, f));
      const build = runner.build || mine.some((f) => builtFolders.some((dir) => f.startsWith(dir)));
      return { ...runner, build, files: mine };
    })
    .filter((suite) => suite.files.length > 0);
}

/** A run again costs as much as the first: only where all is asked for, or just this. */
const again = ({ name, only, onlyDeep, onlyQuick }, { wanted, deep }) =>
  wanted.length === 0 || wanted.includes(name) ? [...only, ...(deep ? onlyDeep : onlyQuick)] : [];

function testFiles() {
  return readdirSync('test', { recursive: true })
    .map((name) => join('test', name).replaceAll('\\', '/'))
    .sort((one, other) => (other === longest ? 1 : one === longest || one < other ? -1 : 1));
}

/** `{ skip }` with the reason where there is neither of them; which of both is not there is told. */
function ensureEngines() {
  ensureFirefox();
  ensureWebKit();
  const missing = [firefoxIsMissing(), webKitIsMissing()];
  return missing.every(Boolean) ? { skip: missing.join('; ') } : {};
}

function isBelow(file, path) {
  const asked = relative('.', path).replaceAll('\\', '/');
  return file === asked || file.startsWith(`${asked}/`);
}
