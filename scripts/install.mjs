// Installs what is missing: nothing to do while node_modules matches the lockfile.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules/.front-desk');

export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages …');
  // `npm ci` fails where a foreign platform's optional binary is not to be had.
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-progress', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('npm install failed; what it said stands above');
  writeFileSync(stamp, lockfile());
}

/** npm's own record is newer than the lockfile, or we have installed just this lockfile before. */
const isInstalled = () =>
  writtenAt('node_modules/.package-lock.json') >= writtenAt('package-lock.json') ||
  (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile());

const lockfile = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const writtenAt = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureInstalled();
