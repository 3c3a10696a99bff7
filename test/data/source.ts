import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the data sets lie: FD_DATA, else beside the clone. A public clone has none. */
export function folderOf(
  name: 'tau-retail' | 'online-retail' | 'stripe-fixtures' | 'click-log',
): string | undefined {
  const folder = join(process.env['FD_DATA'] ?? resolve(root, '../shared/data'), name);
  return existsSync(folder) ? folder : undefined;
}

export const readJson = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** What a suite says when it skips: a reader must see that nothing was proved. */
export const absent = (name: string): string =>
  `${name} is not beside this clone (set FD_DATA): not compared with real data`;
