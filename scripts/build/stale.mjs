// Is a build older than what it is made of?
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'src',
  'demo',
  'scripts/build',
  'scripts/build.mjs',
  'package.json',
  'vite.config.ts',
];

/** True where the last whole build is missing or older than any source. */
export const isStale = (root) =>
  newest(join(root, 'dist/built')) < Math.max(...sources.map((path) => newest(join(root, path))));

/** Time of the newest file below a path; folders count too, so a deleted file shows. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
