import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { DatabaseInUse, openSqliteFile } from '../../../src/server/drivers/sqlite.ts';
import { aFolder } from '../../builders/engines.ts';

const driver = new URL('../../../src/server/drivers/sqlite.ts', import.meta.url).href;

/** Another process that opens the file, writes a row, says so and waits. */
async function holder(file: string): Promise<ChildProcess> {
  const script = `
    const { openSqliteFile } = await import(${JSON.stringify(driver)});
    const db = openSqliteFile(${JSON.stringify(file)});
    db.exec('create table if not exists kept (word text)');
    db.exec("insert into kept values ('written')");
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout!, 'data');
  return child;
}

describe('a SQLite file', () => {
  let folder: ReturnType<typeof aFolder>;
  before(() => {
    folder = aFolder();
  });
  after(() => folder.remove());

  test('is open in one place at a time within a process', () => {
    const file = folder.file('twice.db');
    const db = openSqliteFile(file);
    assert.throws(() => openSqliteFile(file), DatabaseInUse);
    db.close();
    openSqliteFile(file).close();
  });

  test('is refused to a second process, and free again, with its rows, once the first is killed', async () => {
    const file = folder.file('held.db');
    const child = await holder(file);
    assert.throws(() => openSqliteFile(file), { name: 'DatabaseInUse', file });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const db = openSqliteFile(file);
    assert.deepEqual(
      db
        .prepare('select word from kept')
        .all([])
        .map((row) => (row as { word: string }).word),
      ['written'],
    );
    db.close();
  });

  test('logs ahead, has the end of its log flushed by us, and minds foreign keys', async () => {
    const file = folder.file('set.db');
    const db = openSqliteFile(file);
    const setting = (name: string) => Object.values(db.prepare(`pragma ${name}`).all([])[0] ?? {});
    assert.deepEqual(setting('journal_mode'), ['wal']);
    // normal: a checkpoint is safe; what is at the end of the log is for flush()
    assert.deepEqual(setting('synchronous'), [1]);
    assert.deepEqual(setting('foreign_keys'), [1]);
    db.exec('create table notes (text text)');
    await db.disk!.flush();
    db.close();
  });

  test('that is no database is refused, and let go of', async () => {
    const { writeFileSync } = await import('node:fs');
    const file = folder.file('notes.txt');
    writeFileSync(file, 'These are notes, no tables. '.repeat(100));
    const refused = (error: unknown) => !(error instanceof DatabaseInUse);
    assert.throws(() => openSqliteFile(file), refused);
    assert.throws(() => openSqliteFile(file), refused);
  });
});
