import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const check = (script: string) =>
  spawnSync(process.execPath, [`scripts/${script}.mjs`, '--check'], { encoding: 'utf8' });

for (const [script, page] of [
  ['openapi', 'docs/api/openapi.json says what the contract says, and a linter accepts it'],
  ['attributes', 'docs/attributes.md and README.md say what the element’s comments say'],
] as const)
  test(page, () => {
    const { status, stdout, stderr } = check(script);
    assert.equal(status, 0, stdout + stderr);
  });
