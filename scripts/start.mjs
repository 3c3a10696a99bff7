// `npm start [-- --data DIR]`: the backend and the demo shop on this machine. Needs nothing but Node
// to begin: installs what is missing, builds what is older than its sources, then serves.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withNeeds } from './build/parts.mjs';
import { isStale } from './build/stale.mjs';
import { follow } from './follow.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const needed = withNeeds(['server']);
if (isStale(root, needed)) {
  console.log('Building …');
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), ...needed], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}
const bin = join(root, 'dist/server/bin.js');
const args = [bin, 'serve', '--dev', '--demo', ...process.argv.slice(2)];
follow(spawn(process.execPath, args, { stdio: 'inherit' }));
