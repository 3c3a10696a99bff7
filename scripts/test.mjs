// `npm test [SUITE | PATH]…`: every suite, or some of: node, node22, browser, engines, e2e, or files
// and folders below test/. `npm run test:deep` (--deep) adds test/deep and prints the figures tests tell.
// A whole run with --deep --write keeps the figures in docs/figures.md.
// With --all what is not on this machine, and would be left out for that, has failed.
// What failed is told once more at the end, and the last line is "N passed, N failed" (", N skipped"
// where there are any).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

process.chdir(root);
ensureInstalled();
const {
  ensureChromium,
  ensureFirefox,
  ensureShell,
  ensureWebKit,
  firefoxIsMissing,
  webKitIsMissing,
} = await import('./browsers.mjs');
const { ensureLanguages, languagesAreMissing } = await import('./languages.mjs');
const { ensurePostgres, startPostgres } = await import('./postgres.mjs');
const { isStale } = await import('./build/stale.mjs');
const { chooseSuites } = await import('./test/suites.mjs');
const { compileTests } = await import('./test/compile.mjs');
const { grouped } = await import('./test/groups.mjs');
const { bundleCli } = await import('./test/cli.mjs');
const { replaceBetween } = await import('./markers.mjs');

const startsTheCli = (file) => /^test\/(?:build|deep|server)\//.test(file);

const args = process.argv.slice(2);
const deep = args.includes('--deep');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const writes = args.includes('--write');
if (writes && (!deep || wanted.length > 0)) {
  console.error('--write keeps the figures of a whole deep run: npm run test:deep -- --write');
  process.exit(1);
}
const suites = chooseSuites({ deep, wanted });
if (suites.length === 0) {
  console.error(
    'Nothing under test/ matches. Suites: node, node22, browser, engines, e2e; or give paths.',
  );
  process.exit(1);
}
const env = { ...process.env, CI: '1', NO_COLOR: '1', FD_DEEP: deep ? '1' : '0' };
delete env.FORCE_COLOR;
if (suites.some((suite) => suite.browser)) {
  const shell = ensureShell();
  if (shell) env.FD_SHELL = shell;
  env.CHROME_BIN = ensureChromium();
}
if (suites.some(({ files }) => files.includes('test/e2e/engines.spec.ts'))) {
  ensureWebKit();
  ensureFirefox();
}

if (suites.some(({ files }) => files.includes('test/examples/identity.test.ts'))) ensureLanguages();

const began = Date.now();
const wantsPostgres = suites.some((suite) => suite.postgres);
const postgres = wantsPostgres ? await privatePostgres() : undefined;
if (postgres) env.FD_POSTGRES = postgres.url;

const results = prepare() ? [] : [{ passed: 0, failed: 1 }];
if (results.length === 0) for (const suite of suites) results.push(await run(suite));
if (args.includes('--all')) results.push(leftOut());
const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
const figures = results.flatMap(({ figures: told = [] }) => told);
for (const figure of figures) console.log(`figure: ${figure}`);
for (const failure of results.flatMap(({ failures = [] }) => failures)) console.log(`\n${failure}`);
console.log(`all suites: ${((Date.now() - began) / 1000).toFixed(0)} s`);
const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
await postgres?.stop();
if (writes && sum('failed') === 0) keep(figures);
process.exit(sum('failed') === 0 ? 0 : 1);

/** What this machine has not, as failures. */
function leftOut() {
  const reasons = [
    wantsPostgres && !postgres && 'no Postgres here',
    ...results.map(({ without }) => without),
    firefoxIsMissing(),
    webKitIsMissing(),
    languagesAreMissing(),
  ].filter(Boolean);
  const failures = reasons.map((reason) => `  FAILED by what is left out: ${reason}`);
  return { passed: 0, failed: failures.length, failures };
}

/** What tests have seen, each as "what: what of it". */
function keep(told) {
  const file = 'docs/figures.md';
  const rows = told.map((figure) => `| ${figure.replace(': ', ' | ')} |`);
  const made = `Made by \`npm run test:deep -- --write\`, Node ${process.versions.node}; each is told by a test that fails where it is worse than ought to be.`;
  const part = [made, '', '| what | seen |', '|---|---|', ...rows].join('\n');
  writeFileSync(file, replaceBetween(readFileSync(file, 'utf8'), 'proofs', part, '## Proofs'));
}

/** What some suites look at is the build itself. */
function prepare() {
  if (!suites.some((suite) => suite.build) || !isStale(root)) return true;
  console.log('The build is older than its sources: building.');
  return spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status === 0;
}

/** One for all files: each test takes a database of its own. */
function privatePostgres() {
  if (!ensurePostgres()) console.log('skipped: all that needs Postgres (none on this machine)');
  return startPostgres();
}

async function run({ name, command, files, ensure, compiled, env: more }) {
  const ensured = ensure?.() ?? {};
  if (ensured.skip) {
    console.log(`\n${name}: skipped (${ensured.skip})`);
    return {
      passed: 0,
      failed: 0,
      skipped: files.length,
      without: !ensured.isTried && ensured.skip,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-test-'));
  const countsFile = join(folder, 'counts.json');
  console.log(`\n${name}: ${files.length} files`);
  const began = Date.now();
  const ready = compiled ? grouped(files, await compileTests(root, files)) : files;
  if (compiled && files.some(startsTheCli)) env.FD_CLI ??= await bundleCli(root);
  const [program, ...rest] = command(ready, ensured);
  const { status } = spawnSync(program, rest, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...more, FD_COUNTS: countsFile },
  });
  const told = existsSync(countsFile) && JSON.parse(readFileSync(countsFile, 'utf8'));
  rmSync(folder, { recursive: true });
  const counts = told || { passed: 0, failed: 0, skipped: 0 };
  // A suite that died without counting has failed, whatever it has counted before.
  if (counts.failed === 0 && (status !== 0 || !told || counts.passed + counts.skipped === 0)) {
    counts.failed = 1;
    console.log(`${name}: ended with status ${status} and no failure told: that is one.`);
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`,
  );
  return counts;
}
