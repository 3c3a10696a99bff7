import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('what a shopper downloads stays within its budget', (t) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/size.mjs'], {
    encoding: 'utf8',
  });
  for (const line of stdout.split('\n')) t.diagnostic(line);
  assert.equal(status, 0, stderr);
});
