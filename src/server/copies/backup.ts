import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSqliteBeside } from '../drivers/sqlite.ts';
import { checkCopy } from './check.ts';
import { putInPlace, remove } from '../drivers/durable.ts';
import { CopyUnfit } from './unfit.ts';

/**
 * A copy of the database as it is at one moment, while its server goes on writing: we are a reader
 * beside it, which its journal allows, so nobody waits for us. Answers the copy's size in bytes.
 */
export function backUp(database: string, target: string): number {
  if (!existsSync(database))
    throw new CopyUnfit(`There is no database ${database}. Check --config and --database.`);
  if (existsSync(target))
    throw new CopyUnfit(`${target} is there already. Choose another name: nothing is overwritten.`);
  const aside = `${target}.part`;
  makeEmpty(aside);
  try {
    const db = openSqliteBeside(database);
    try {
      db.exec('pragma busy_timeout = 5000');
      // not prepared: a statement that waits for the collector would keep the file open
      db.exec(`vacuum into '${aside.replaceAll("'", "''")}'`);
    } finally {
      db.close();
    }
    checkCopy(aside, 'The copy');
    putInPlace(aside, target);
  } finally {
    remove(aside);
  }
  return statSync(target).size;
}

/** Made by us, since the system says better than SQLite why there can be no file. */
function makeEmpty(file: string): void {
  const folder = dirname(file);
  try {
    remove(file);
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const sentence = existsSync(folder)
      ? `Nothing can be written in ${folder} (${code}). Name another folder, or let this user write there.`
      : `There is no folder ${folder}. Make it, or name another.`;
    throw new CopyUnfit(sentence, { cause: error });
  }
}
