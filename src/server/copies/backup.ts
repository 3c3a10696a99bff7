import { existsSync, statSync } from 'node:fs';
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
  remove(aside);
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
