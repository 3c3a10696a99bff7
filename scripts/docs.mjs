// `npm run docs`: docs/ as a site in dist/docs. Its live examples are the demo's, so that is built first.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';
import { isStale } from './build/stale.mjs';

process.chdir(root);
ensureInstalled();
const { build } = await import('vitepress');

if (isStale(root, ['cdn', 'demo'])) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'cdn', 'demo'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const outDir = join(root, 'dist/docs');
await rm(outDir, { recursive: true, force: true });
await build(join(root, 'docs'), { outDir });
await cp(join(root, 'dist/demo'), join(outDir, 'demo'), { recursive: true });
