import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { grouped } from '../scripts/test/groups.mjs';

const folder = mkdtempSync(join(tmpdir(), 'front-desk-reporter-'));
after(() => rmSync(folder, { recursive: true }));

interface Told {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
  figures: string[];
}

const using = `import { test } from 'node:test';\n`;
const good = `${using}test('is so', () => {});\ntest('is not asked', { skip: 'why' }, () => {});\n`;
const bad = `${using}test('is not so', () => { throw new Error('no'); });\n`;

/** What the reporter counts of files with these sources, each alone or as a folder that shares a process. */
function told(sources: Record<string, string>, { shared = false } = {}): Told {
  const names = Object.keys(sources).map((name) => `${shared ? 'shared-' : ''}${name}.test.js`);
  const files = names.map((name) => join(folder, name));
  for (const [nth, source] of Object.values(sources).entries()) writeFileSync(files[nth]!, source);
  const counts = join(folder, 'counts.json');
  const places = names.map((name) => `test/${shared ? 'domain' : 'server'}/${name}`);
  spawnSync(
    process.execPath,
    ['--test', '--test-reporter=./scripts/test/node-reporter.mjs', ...grouped(places, files)],
    { env: { ...process.env, FD_COUNTS: counts, NODE_TEST_CONTEXT: undefined } },
  );
  return JSON.parse(readFileSync(counts, 'utf8')) as Told;
}

test('what a test says is a figure is kept, and nothing else that it tells', () => {
  const telling = `${using}test('tells', (t) => {
    t.diagnostic('figure: kills: 300, 0 lost');
    t.diagnostic('no figure: this');
  });\n`;
  assert.deepEqual(told({ telling }).figures, ['kills: 300, 0 lost']);
});

for (const shared of [false, true]) {
  const where = shared ? 'in a process they share' : 'in a process of its own';

  test(`tests are counted, and what failed is told once more: ${where}`, () => {
    const { failures, figures: _, ...counts } = told({ good, bad }, { shared });
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.match(failures.join(), /FAILED is not so .*Error: no/s);
  });

  test(`a file without a test counts as failed: ${where}`, () => {
    const { failures, figures: _, ...counts } = told({ good, empty: '' }, { shared });
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.match(failures.join(), /empty.* ended without a test/);
  });

  test(`a file that cannot be read counts as failed: ${where}`, () => {
    const {
      failures,
      figures: _,
      ...counts
    } = told({ good, broken: 'import "./nowhere.js";' }, { shared });
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.match(failures.join(), /broken/);
  });
}
