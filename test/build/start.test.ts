import assert from 'node:assert/strict';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aFolder } from '../server/folder.ts';
import { startNode } from '../server/server-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['src', 'demo', 'scripts', 'package.json', 'package-lock.json', 'vite.config.ts'];

test('npm start builds what a clone lacks, and serves the shop, the tag and the console', async () => {
  const clone = aFolder('start');
  // as old as they are, or packages would be installed for them
  for (const name of [...sources, 'tsconfig.json', 'LICENSE'])
    cpSync(join(root, name), join(clone, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const start = startNode(['scripts/start.mjs', '--port', '0'], { cwd: clone });
  const url = await start.printed(/(http:\/\/localhost:\d+)/);
  for (const path of ['/', '/front-desk.js', '/console'])
    assert.equal((await fetch(url + path)).status, 200, path);
  start.child.kill('SIGTERM');
  assert.equal(await start.ended, 0);
});
