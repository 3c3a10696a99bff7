// Elements in a real browser: `test/**/*.browser.ts`. Run by scripts/test.mjs.
import { readFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { puppeteerLaunch } from '../scripts/browsers.mjs';
import { findLanguages, sourceAddresses } from '../scripts/build/languages.mjs';
import { literalModule } from '../scripts/build/literals.mjs';

/** Chromium without a browser around it, where there is one. */
const shell = process.env.FD_SHELL;
const root = fileURLToPath(new URL('..', import.meta.url));

/** `import css from './x.css?literal'`, as the build understands it. */
const literals = {
  name: 'literals',
  async serve({ path, querystring }) {
    if (!path.endsWith('.css') || querystring !== 'literal') return undefined;
    const sheet = await readFile(new URL(`..${path}`, import.meta.url), 'utf8');
    return { body: literalModule(sheet), type: 'js' };
  },
};

const mswWorker = {
  name: 'msw-worker',
  async serve({ path }) {
    if (path !== '/mockServiceWorker.js') return undefined;
    const worker = new URL('../node_modules/msw/lib/mockServiceWorker.js', import.meta.url);
    return { body: await readFile(worker, 'utf8'), type: 'js' };
  },
};

/** The one CommonJS package the backend needs, as a module: a browser reads nothing else. */
const COMMON = 'ts-tracking-number';
const commonModule = {
  name: 'common-module',
  resolveImport: ({ source }) => (source === COMMON ? `/__common/${COMMON}.js` : undefined),
  async serve({ path }) {
    if (path !== `/__common/${COMMON}.js`) return undefined;
    const { outputFiles } = await bundle({
      stdin: { contents: `module.exports = require('${COMMON}');`, resolveDir: root },
      bundle: true,
      format: 'esm',
      write: false,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** Leaves the counts and what failed in a file: a session that died without a failed test counts as one. */
const counter = {
  stop({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const session of sessions) {
      const tests = flatten(session.testResults);
      const failed = tests.filter((test) => !test.passed && !test.skipped);
      counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
      counts.skipped += tests.filter((test) => test.skipped).length;
      const died = failed.length === 0 && !(session.passed && tests.length);
      const where = `${session.testFile}, ${session.browser.name}`;
      counts.failed += died ? 1 : failed.length;
      if (died) counts.failures.push(`  FAILED ${where}\n${reasons(session.errors)}`);
      for (const { name, error } of failed)
        counts.failures.push(`  FAILED ${name}  ${where}\n${reasons([error])}`);
    }
    if (process.env.FD_COUNTS) writeFileSync(process.env.FD_COUNTS, JSON.stringify(counts));
  },
};

const reasons = (errors) =>
  errors.map((error) => `    ${error?.message}\n${error?.stack ?? ''}\n`).join('');

const flatten = (suite) =>
  suite ? [...suite.tests, ...suite.suites.flatMap((inner) => flatten(inner))] : [];

export default {
  rootDir: root,
  files: 'test/**/*.browser.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // In a whole browser a page behind another is hidden: it paints nothing, and nothing comes into its view.
  concurrency: shell ? 2 : 1,
  plugins: [
    literals,
    mswWorker,
    commonModule,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
      define: sourceAddresses('/src/widget', findLanguages(root)),
    }),
  ],
  browsers: [chromeLauncher({ launchOptions: puppeteerLaunch(shell) })],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), counter],
  // nanostores asks for process.env.NODE_ENV, which a bundler replaces in real builds.
  testRunnerHtml: (framework) => `<!doctype html><html lang="en"><head><title>tests</title></head>
    <body><script>window.process = { env: { NODE_ENV: 'test' } };</script>
    <script type="module" src="${framework}"></script></body></html>`,
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  // patient: other suites may be running on the same two cores, and a limit would measure those
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
};
