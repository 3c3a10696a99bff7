// Are both packages as a user's tools expect them? Checked as npm would pack them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from './install.mjs';

let faults = 0;
for (const name of ['npm', 'server']) {
  const pkgDir = join(root, 'dist', name);
  const pkg = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
  const { messages } = await publint({ pkgDir, pack: 'npm', strict: true });
  const told = messages.map((message) => formatMessage(message, pkg));
  if (pkg.types) told.push(...wrongTypes(pkgDir));
  for (const fault of told) console.error(`${pkg.name}: ${fault}`);
  if (told.length === 0) console.log(`${pkg.name} ${pkg.version}: fit to publish`);
  faults += told.length;
}
process.exit(faults ? 1 : 0);

/** What each way of resolving modules finds in place of the types; require() is not offered. */
function wrongTypes(pkgDir) {
  const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const options = ['--pack', pkgDir, '--profile', 'esm-only', '--format', 'ascii', '--no-color'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [attw, ...options], {
    encoding: 'utf8',
  });
  return status === 0 ? [] : [stdout + stderr];
}
