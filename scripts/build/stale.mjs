// Is a build older than what it is made of?
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parts } from './parts.mjs';

const sources = [
  'src',
  'demo',
  'scripts/build',
  'scripts/build.mjs',
  'package.json',
  'vite.config.ts',
];

/** True where one of these parts of the build is missing or older than any source. */
export function isStale(root, wanted = parts) {
  const changed = Math.max(...sources.map((path) => newest(join(root, path))));
  return wanted.some((part) => newest(stampOf(root, part)) < changed);
}

/** Dated by the build's beginning: a source saved meanwhile makes it stale. */
export function stamp(root, part, began) {
  writeFileSync(stampOf(root, part), '');
  utimesSync(stampOf(root, part), began, began);
}

const stampOf = (root, part) => join(root, 'dist', `${part}.built`);

/** Time of the newest file below a path; folders count too, so a deleted file shows. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
