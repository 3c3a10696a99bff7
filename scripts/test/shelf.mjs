import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder for what is compiled to be tested, which goes with this process: below node_modules, where it
 * finds its packages and nobody looks for sources.
 */
export function onShelf(root, name) {
  const shelf = join(root, 'node_modules/.front-desk-test');
  mkdirSync(shelf, { recursive: true });
  const folder = mkdtempSync(join(shelf, `${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
