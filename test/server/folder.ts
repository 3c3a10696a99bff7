import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests of this file are over. */
export function aFolder(name = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `front-desk-${name}-`));
  folders.push(folder);
  return folder;
}
