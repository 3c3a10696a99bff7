import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { backUp } from '../../../src/server/copies/backup.ts';
import { run } from '../../../src/server/cli/program.ts';
import { openSqliteFile } from '../../../src/server/drivers/sqlite.ts';
import { openDatabase } from '../../../src/server/open-database.ts';
import { aConfig } from '../../builders/config.ts';
import { aShop } from '../../builders/shop.ts';
import { aFolder } from '../folder.ts';
import { runCli, startCli, startServerProcess, type ServerProcess } from '../server-process.ts';
import { aTerminal } from '../terminal.ts';
import { tellNews, anyNews } from './news.ts';

const running: ServerProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

const DATABASE = 'data/front-desk.db';

/** A folder with a shop whose database has so many orders. */
async function aShopFolder(orders: number): Promise<string> {
  const cwd = aFolder('copies');
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(aConfig()));
  await fill(join(cwd, DATABASE), orders);
  return cwd;
}

async function fill(file: string, orders: number): Promise<void> {
  const { storage } = await openDatabase(file);
  const rows = Array.from({ length: orders }, (_, n) => anyNews.order(n));
  await storage.catalogue.put(aShop(), rows);
  await storage.close();
}

/** A command in this process: enough where nobody is killed and nobody else has the file. */
async function cli(words: readonly string[], cwd: string, environment = {}) {
  const terminal = aTerminal({ cwd, environment });
  const exit = await run(words, terminal);
  return { exit, stdout: terminal.told(), stderr: terminal.complained() };
}

const count = (file: string, table = 'orders'): number => {
  const db = openSqliteFile(file);
  try {
    const [row] = db.prepare(`select count(*) as n from "${table}"`).all([]);
    return Number((row as { n: number | bigint }).n);
  } finally {
    db.close();
  }
};

describe('backup', () => {
  test('copies a database while its server writes: whole, with all that was acknowledged before, and never restores over it', async () => {
    const cwd = await aShopFolder(200);
    const server = await startServerProcess([], { cwd });
    running.push(server);
    const writing = { isOver: false, acknowledged: 0 };
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let turn = 0; !writing.isOver; turn += 1) {
        await tellNews(server.url, (turn * 4 + writer) % 200, `news ${writer}-${turn}`);
        writing.acknowledged += 1;
      }
    });
    const before: number[] = [];
    for (const name of ['one.db', 'two.db']) {
      before.push(writing.acknowledged);
      const { exit, stdout, stderr } = await runCli(['backup', name], { cwd });
      assert.equal(exit, 0, stderr);
      assert.match(stdout, /holds the database: [\d.]+ MiB, checked/);
    }
    const { exit, stderr } = await runCli(['restore', 'one.db'], { cwd });
    assert.equal(exit, 1);
    assert.match(stderr, /is in use: nothing is restored over a live file\. Stop the server/);
    writing.isOver = true;
    await Promise.all(writers);
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    for (const [index, name] of ['one.db', 'two.db'].entries()) {
      assert.equal(count(join(cwd, name)), 200);
      const events = count(join(cwd, name), 'tracking_events');
      assert.ok(events >= before[index]!, `${events} of ${before[index]}`);
      assert.ok(events <= writing.acknowledged);
    }
    assert.ok(writing.acknowledged > 10);
    assert.equal(count(join(cwd, DATABASE), 'tracking_events'), writing.acknowledged);
  });

  test('overwrites nothing, and leaves nothing half', async () => {
    const cwd = await aShopFolder(1);
    writeFileSync(join(cwd, 'there.db'), 'mine');
    const there = await cli(['backup', 'there.db'], cwd);
    assert.equal(there.exit, 1);
    assert.match(there.stderr, /there already/);
    assert.equal(readFileSync(join(cwd, 'there.db'), 'utf8'), 'mine');
    const nowhere = await cli(['backup', 'none/x.db'], cwd);
    assert.equal(nowhere.exit, 1);
    assert.equal(
      nowhere.stderr,
      `There is no folder ${join(cwd, 'none')}. Make it, or name another.\n`,
    );
    const inside = await cli(['backup', 'there.db/x.db'], cwd);
    assert.match(
      inside.stderr,
      /^Nothing can be written in .*there\.db \(ENOTDIR\)\. Name another/,
    );
    const none = await cli(['backup', 'x.db', '--database', 'none.db'], cwd);
    assert.match(none.stderr, /There is no database .*none\.db/);
    assert.deepEqual(readdirSync(cwd).sort(), ['data', 'front-desk.config.json', 'there.db']);
  });

  test('of Postgres is pg_dump’s work, and it says how', async () => {
    const cwd = await aShopFolder(1);
    const environment = { DATABASE_URL: 'postgres://desk:a-password@db/desk' };
    for (const [words, tool] of [
      [['backup', 'x.db'], /pg_dump --format=custom/],
      [['restore', 'x.db'], /pg_restore --clean/],
    ] as const) {
      const { exit, stderr } = await cli(words, cwd, environment);
      assert.equal(exit, 2);
      assert.match(stderr, tool);
      assert.doesNotMatch(stderr, /a-password/);
    }
  });
});

describe('restore', () => {
  test('puts the copy in place and keeps the old database, journal and all', async () => {
    const cwd = await aShopFolder(5);
    assert.equal((await cli(['backup', 'five.db'], cwd)).exit, 0);
    await fill(join(cwd, DATABASE), 9);
    const { exit, stdout, stderr } = await cli(['restore', 'five.db'], cwd);
    assert.equal(exit, 0, stderr);
    const kept = /is kept: (\S+)/.exec(stdout)![1]!;
    assert.deepEqual(
      [count(join(cwd, DATABASE)), count(kept), count(join(cwd, 'five.db'))],
      [5, 9, 5],
    );
  });

  test('signs everybody out: who has left since the copy was made does not come back, nor by a code on its way', async () => {
    const cwd = await aShopFolder(1);
    const { storage } = await openDatabase(join(cwd, DATABASE));
    const endsAt = '2099-01-01T00:00:00.000Z';
    const shop = 'alder';
    await storage.sessions.start({ id: 's-1', shop, kind: 'visitor', endsAt }, [
      { hash: 'h-1', use: 'refresh', expiresAt: endsAt },
    ]);
    const added = {
      email: 'jo@alder.example',
      name: 'Jo',
      role: 'agent',
      addedAt: endsAt,
    } as const;
    await storage.staff.add({ shop, id: 'jo', ...added, isEnrolled: false });
    const page = { id: 'p-1', staff: 'jo', isWhole: true, seenAt: endsAt, endsAt };
    await storage.staff.startSession({ shop, ...page }, 'h-2');
    // on their way: used since, they would open a session once more
    await storage.challenges.open({
      ...{ id: 'c-1', shop, channel: 'email', address: 'mara@kern.eu', addressKey: 'k' },
      ...{ codeHash: 'h-3', tries: 0, expiresAt: endsAt },
    });
    await storage.staff.addLink({ shop, staff: 'jo', hash: 'h-4', expiresAt: endsAt });
    await storage.close();
    assert.equal((await cli(['backup', 'copy.db'], cwd)).exit, 0);
    const live = openSqliteFile(join(cwd, DATABASE));
    live.exec('pragma wal_checkpoint(truncate)');
    live.close();
    copyFileSync(join(cwd, DATABASE), join(cwd, 'by-hand.db'));
    const sessions = (file: string) =>
      ['sessions', 'session_tokens', 'staff_sessions', 'challenges', 'staff_links'].map((table) =>
        count(file, table),
      );
    for (const copy of ['copy.db', 'by-hand.db']) {
      const restored = `${copy}-restored`;
      const words = ['restore', copy, '--database', restored];
      const { exit, stdout, stderr } = await cli(words, cwd);
      assert.equal(exit, 0, stderr);
      assert.match(stdout, /everybody signs in anew/);
      assert.deepEqual(sessions(join(cwd, restored)), [0, 0, 0, 0, 0]);
      assert.equal(count(join(cwd, restored), 'staff'), 1);
      assert.deepEqual(sessions(join(cwd, copy)), [1, 1, 1, 1, 1]);
    }
  });

  test('mends what no command can read any more, as those commands say', async () => {
    const cwd = await aShopFolder(3);
    assert.equal((await cli(['backup', 'three.db'], cwd)).exit, 0);
    for (const journal of ['-wal', '-shm']) rmSync(join(cwd, DATABASE + journal), { force: true });
    writeFileSync(join(cwd, DATABASE), 'notes '.repeat(2000));
    for (const words of [
      ['webhooks', 'list'],
      ['serve', '--port', '0'],
    ]) {
      const { exit, stderr } = await cli(words, cwd, { LOG_LEVEL: 'silent' });
      assert.equal(exit, 1);
      assert.match(
        stderr,
        /front-desk\.db is damaged or no database\. .*front-desk-server restore/,
      );
    }
    assert.equal((await cli(['restore', 'three.db'], cwd)).exit, 0);
    assert.equal(count(join(cwd, DATABASE)), 3);
  });

  const unfit: [what: string, make: (file: string) => Promise<void> | void, says: RegExp][] = [
    ['is no file', () => undefined, /There is no file/],
    [
      'is no database',
      (file) => writeFileSync(file, 'notes '.repeat(2000)),
      /damaged or no database/,
    ],
    [
      'is cut short',
      async (file) => {
        await fill(file, 400);
        const db = openSqliteFile(file);
        db.exec('pragma wal_checkpoint(truncate)');
        db.close();
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.subarray(0, bytes.length - 40_960));
      },
      /damaged or no database/,
    ],
    [
      'is another program’s',
      (file) => {
        const db = openSqliteFile(file);
        db.exec('create table notes (text text)');
        db.exec('pragma wal_checkpoint(truncate)');
        db.close();
      },
      /no database of Front Desk/,
    ],
    [
      'is of a newer version',
      async (file) => {
        await fill(`${file}.live`, 1);
        const db = openSqliteFile(`${file}.live`);
        db.exec("insert into kysely_migration values ('999-later', '2027-01-01T00:00:00Z')");
        db.close();
        backUp(`${file}.live`, file);
      },
      /newer Front Desk: it has 999-later\. Install that version/,
    ],
    [
      'has a journal beside it',
      (file) => {
        writeFileSync(file, '');
        writeFileSync(`${file}-wal`, 'news');
      },
      /it is no copy\. Make one with backup/,
    ],
  ];
  for (const [what, make, says] of unfit)
    test(`refuses a file that ${what}, and leaves the database as it is`, async () => {
      const cwd = await aShopFolder(2);
      mkdirSync(join(cwd, 'from'));
      await make(join(cwd, 'from/copy.db'));
      const { exit, stderr } = await cli(['restore', 'from/copy.db'], cwd);
      assert.equal(exit, 1);
      assert.match(stderr, says);
      assert.equal(count(join(cwd, DATABASE)), 2);
      const left = readdirSync(join(cwd, 'data')).filter((name) =>
        /incoming|before|part/.test(name),
      );
      assert.deepEqual(left, []);
    });

  test('killed anywhere leaves the old database or the new one, whole', async (t) => {
    const cwd = await aShopFolder(1500);
    assert.equal((await cli(['backup', 'copy.db'], cwd)).exit, 0);
    await fill(join(cwd, DATABASE), 1800);
    const folder = join(cwd, 'data');
    const has = (ending: RegExp) => readdirSync(folder).some((name) => ending.test(name));
    const finished = () => has(/before-[\dTZ-]+$/) && !has(/incoming$/);
    const moments: (() => boolean)[] = [
      () => has(/incoming$/),
      () => has(/before-.*\.part$/),
      () => has(/before-[\dTZ-]+$/),
      finished,
    ];
    const ends: string[] = [];
    for (const moment of moments) {
      for (const name of readdirSync(folder))
        if (/before-|incoming/.test(name)) rmSync(join(folder, name));
      const { child, ended } = await startCli(['restore', 'copy.db'], { cwd });
      let isOver = false;
      void ended.then(() => (isOver = true));
      while (!isOver && !moment()) await setImmediate();
      child.kill('SIGKILL');
      const end = await ended;
      const orders = count(join(cwd, DATABASE));
      assert.ok(orders === 1500 || orders === 1800, String(orders));
      if (end === 0) assert.equal(orders, 1500);
      ends.push(`${end} ${orders}`);
      if (orders === 1500) await fill(join(cwd, DATABASE), 1800);
    }
    t.diagnostic(ends.join(', '));
    assert.ok(ends.some((end) => end.startsWith('SIGKILL')));
  });
});
