import assert from 'node:assert/strict';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importerAt } from '../../src/server/admin/client.ts';
import { ImportImpossible } from '../../src/server/imports/importer.ts';
import { run } from '../../src/server/cli/program.ts';
import { openLibsql } from '../../src/server/drivers/sqlite-libsql.ts';
import { SocketUnfit, socketPathOf, trustSocket } from '../../src/server/admin/socket-path.ts';
import type { Storage } from '../../src/backend/ports.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { anOrder } from '../builders/rows.ts';
import { aTerminal } from './terminal.ts';
import { runCli, startServerProcess, type ServerProcess } from './server-process.ts';
import { aFolder } from './folder.ts';

const customer = (id: string) => ({ type: 'customer', id, email: `${id}@example.com` });
const order = (id: string, of = 'c-1') => anOrder({ id, number: `N-${id}`, customer: of });
const jsonl = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function shopFolder(config = aConfig()): string {
  const cwd = aFolder('import');
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(config));
  return cwd;
}
const databaseIn = (cwd: string) => join(cwd, 'data/front-desk.db');

async function inDatabase<Found>(
  cwd: string,
  look: (storage: Storage) => Promise<Found>,
): Promise<Found> {
  const { storage } = await openDatabase(databaseIn(cwd));
  try {
    return await look(storage);
  } finally {
    await storage.close();
  }
}
const numberOf = (cwd: string, id: string) =>
  inDatabase(cwd, async ({ catalogue }) => (await catalogue.order('alder', id))?.number);

describe('import without a server', () => {
  test('brings in the example of docs/import.md', async () => {
    const cwd = shopFolder();
    const example = /```jsonl\n([^]*?)```/.exec(readFileSync('docs/import.md', 'utf8'))![1]!;
    writeFileSync(join(cwd, 'shop.jsonl'), example);
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'shop.jsonl'], terminal), 0, terminal.complained());
    assert.equal(terminal.told(), '4 rows imported.\n');
    assert.equal(await numberOf(cwd, 'o-4182'), '4182');
    const found = await inDatabase(cwd, ({ catalogue }) =>
      catalogue.findOrder('alder', '4183', { email: 'guest@example.com' }),
    );
    assert.equal(found?.total, 49800);
  });

  test('takes several files as one whole, whatever stands where', async () => {
    const cwd = shopFolder();
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(order('o-1')).trimEnd());
    writeFileSync(
      join(cwd, 'b.jsonl'),
      `\ufeff${jsonl(customer('c-1')).replace('\n', '\r\n')}\n\n`,
    );
    assert.equal(await run(['import', 'a.jsonl', 'b.jsonl'], aTerminal({ cwd })), 0);
    assert.equal(await numberOf(cwd, 'o-1'), 'N-o-1');
  });

  test('a text may hold what some call the end of a line', async () => {
    const cwd = shopFolder();
    writeFileSync(
      join(cwd, 'a.jsonl'),
      jsonl({ ...customer('c-1'), firstName: 'Ma\u2028ra\u0085' }),
    );
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'a.jsonl'], terminal), 0, terminal.complained());
    const found = await inDatabase(cwd, ({ catalogue }) => catalogue.customer('alder', 'c-1'));
    assert.equal(found?.firstName, 'Ma\u2028ra\u0085');
  });

  test('one bad row refuses everything, and each is told by file, line and reason', async () => {
    const cwd = shopFolder();
    writeFileSync(join(cwd, 'good.jsonl'), jsonl(customer('c-1'), order('o-1')));
    writeFileSync(join(cwd, 'bad.jsonl'), `\n{"type":"sale"}\n${jsonl(order('o-2', 'nobody'))}`);
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'good.jsonl', 'bad.jsonl'], terminal), 3);
    const [first, second, sum] = terminal.complained().split('\n');
    assert.match(first!, /^bad\.jsonl:2 {2}\/type {2}/);
    assert.match(second!, /^bad\.jsonl:3 {2}\/customer {2}There is no customer nobody/);
    assert.match(sum!, /^Nothing was imported: 2 of 4 rows are bad\. .*--skip-bad/);
    assert.equal(await numberOf(cwd, 'o-1'), undefined);
  });

  test('--skip-bad leaves out the bad ones alone, and tells them all the same', async () => {
    const cwd = shopFolder();
    writeFileSync(
      join(cwd, 'a.jsonl'),
      `${jsonl(customer('c-1'))}nonsense\n${jsonl(order('o-1'))}`,
    );
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', '--skip-bad', 'a.jsonl'], terminal), 0);
    assert.match(terminal.complained(), /^a\.jsonl:2 /);
    assert.equal(terminal.told(), '2 rows imported, 1 bad one left out.\n');
    assert.equal(await numberOf(cwd, 'o-1'), 'N-o-1');
  });

  test('the same twice changes nothing', async () => {
    const cwd = shopFolder();
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(customer('c-1'), order('o-1')));
    const state = () => inDatabase(cwd, ({ catalogue }) => catalogue.order('alder', 'o-1'));
    await run(['import', 'a.jsonl'], aTerminal({ cwd }));
    const before = await state();
    assert.equal(await run(['import', 'a.jsonl'], aTerminal({ cwd })), 0);
    assert.deepEqual(await state(), before);
  });

  test('a file that is not there, or not UTF-8, is told as it is', async () => {
    const cwd = shopFolder();
    writeFileSync(
      join(cwd, 'latin.jsonl'),
      Buffer.from('{"type":"customer","id":"1","firstName":"Zo\xeb"}\n', 'latin1'),
    );
    for (const [file, told] of [
      ['none.jsonl', /There is no file .*none\.jsonl/],
      ['latin.jsonl', /latin\.jsonl: after line 0 it is not UTF-8/],
    ] as const) {
      const terminal = aTerminal({ cwd });
      assert.equal(await run(['import', file], terminal), 2);
      assert.match(terminal.complained(), told);
    }
  });

  test('of several shops one has to be named, and only that one gets it', async () => {
    const cwd = shopFolder({ shops: [aShopConfig(), aShopConfig({ id: 'birch' })] });
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(customer('c-1')));
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'a.jsonl'], terminal), 2);
    assert.match(terminal.complained(), /--shop: alder, birch/);
    assert.equal(await run(['import', '--shop', 'birch', 'a.jsonl'], terminal), 0);
    const seenBy = (shop: string) =>
      inDatabase(cwd, ({ catalogue }) => catalogue.customer(shop, 'c-1'));
    assert.deepEqual([await seenBy('alder'), (await seenBy('birch'))?.id], [undefined, 'c-1']);
  });

  test('while another process holds the file and does not answer, it says so', async () => {
    const cwd = shopFolder();
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(customer('c-1')));
    await inDatabase(cwd, async () => {
      const terminal = aTerminal({ cwd });
      assert.equal(await run(['import', 'a.jsonl'], terminal), 1);
      assert.match(terminal.complained(), /in use by another process that does not answer/);
    });
  });
});

describe('an import that counts and cannot be written', () => {
  const rows = Array.from({ length: 150 }, (_, nth) => order(`o-${nth}`));
  /** As a full disk does it, in the middle of what is written. */
  const full = `create trigger full before insert on orders when new.id = 'o-120'
    begin select raise(abort, 'database or disk is full'); end`;
  const alter = (cwd: string, sql: string) => {
    const file = openLibsql(databaseIn(cwd));
    file.exec(sql);
    file.close();
  };
  async function aFullFolder(): Promise<string> {
    const cwd = shopFolder();
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(customer('c-1'), ...rows));
    await inDatabase(cwd, async () => undefined);
    alter(cwd, full);
    return cwd;
  }
  const told = /It counts and will be finished; do not run it again\./;

  test('says so, and is finished before the next command does its own', async () => {
    const cwd = await aFullFolder();
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'a.jsonl'], terminal), 4);
    assert.match(terminal.complained(), told);
    assert.match(terminal.complained(), /disk is full/);
    alter(cwd, 'drop trigger full');
    writeFileSync(join(cwd, 'b.jsonl'), jsonl(customer('c-2')));
    assert.equal(await run(['import', 'b.jsonl'], aTerminal({ cwd })), 0);
    assert.equal(await numberOf(cwd, 'o-149'), 'N-o-149');
  });

  test('is told the same by a running server', async () => {
    const cwd = await aFullFolder();
    const server = await startServerProcess([], { cwd });
    const { exit, stderr } = await runCli(['import', 'a.jsonl'], { cwd });
    server.child.kill('SIGTERM');
    await server.ended;
    assert.equal(exit, 4, stderr);
    assert.match(stderr, told);
    assert.doesNotMatch(stderr, /Nothing was imported/);
    assert.match(server.stderr(), /"event":"import_unfinished"/);
  });
});

describe('import while a server runs', () => {
  const cwd = shopFolder();
  let server: ServerProcess;
  before(async () => {
    server = await startServerProcess([], { cwd });
  });
  after(() => server.child.kill('SIGKILL'));
  const importing = (...words: string[]) => runCli(['import', ...words], { cwd });

  test('goes through a socket that only its user can open', async () => {
    const socket = socketPathOf(databaseIn(cwd));
    assert.equal(statSync(socket).mode & 0o777, 0o600);
    assert.equal(statSync(join(socket, '..')).mode & 0o777, 0o700);
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(customer('c-1'), order('o-1')));
    const { exit, stdout, stderr } = await importing('a.jsonl');
    assert.equal(exit, 0, stderr);
    assert.equal(stdout, '2 rows imported.\n');
  });

  test('is seen by shoppers at once', async () => {
    const answer = await fetch(`${server.url}/v1/identity/lookups`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': 'a-look-up',
        Origin: 'https://alder.example',
      },
      body: JSON.stringify({ number: 'N-o-1', email: 'c-1@example.com' }),
    });
    assert.equal(answer.status, 200);
  });

  test('bad rows are told as they are without a server', async () => {
    writeFileSync(join(cwd, 'bad.jsonl'), `nonsense\n${jsonl(order('o-3', 'nobody'))}`);
    const { exit, stderr } = await importing('a.jsonl', 'bad.jsonl');
    assert.equal(exit, 3);
    assert.match(
      stderr,
      /^bad\.jsonl:1 {2}This is not JSON.*\nbad\.jsonl:2 {2}\/customer .*\nNothing was imported: 2 of 4/,
    );
  });

  test('a file that is not UTF-8 leaves nothing', async () => {
    writeFileSync(
      join(cwd, 'latin.jsonl'),
      Buffer.concat([Buffer.from(jsonl(customer('c-8'))), Buffer.from([0xff, 0x0a])]),
    );
    const { exit, stderr } = await importing('latin.jsonl');
    assert.equal(exit, 2);
    assert.match(stderr, /not UTF-8/);
  });

  test('that is broken off by its own side is no failure of the server', async () => {
    writeFileSync(join(cwd, 'other.csv'), 'a,b\n1,2\n');
    const before = server.stderr().length;
    const dropped = new Promise<void>((resolve) => {
      server.child.on('told', () => {
        if (/"event":"import_/.test(server.stderr().slice(before))) resolve();
      });
    });
    const { exit } = await importing('other.csv');
    assert.equal(exit, 2);
    await dropped;
    assert.match(server.stderr().slice(before), /"level":"info",.*"event":"import_dropped"/);
  });

  test('thousands of rows go through whole', async () => {
    const rows = Array.from({ length: 3000 }, (_, each) => customer(`many-${each}`));
    writeFileSync(join(cwd, 'many.jsonl'), jsonl(...rows));
    const { exit, stdout } = await importing('many.jsonl');
    assert.equal(exit, 0);
    assert.equal(stdout, '3,000 rows imported.\n');
  });

  test('a server that stops while an import is being sent leaves nothing of it, and the CLI says so', async () => {
    const cwd = shopFolder();
    const stopping = await startServerProcess([], { cwd });
    async function* endless(): AsyncGenerator<string> {
      yield JSON.stringify(customer('c-1'));
      stopping.child.kill('SIGTERM');
      await stopping.ended;
    }
    const importer = importerAt(socketPathOf(databaseIn(cwd)));
    await assert.rejects(
      importer({ skipBad: false }, endless(), () => undefined),
      (error: Error) => {
        assert.ok(error instanceof ImportImpossible, String(error));
        assert.match(error.message, /stopped midway/);
        return true;
      },
    );
    assert.equal(await stopping.ended, 0);
    await inDatabase(cwd, async ({ catalogue, imports }) => {
      assert.equal(await catalogue.customer('alder', 'c-1'), undefined);
      assert.deepEqual(await imports.unfinished(), []);
    });
  });

  test('the server still stops in order, and all of it is there', async () => {
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    assert.equal(await numberOf(cwd, 'o-1'), 'N-o-1');
    const find = (id: string) =>
      inDatabase(cwd, ({ catalogue }) => catalogue.customer('alder', id));
    assert.equal((await find('many-2999'))?.id, 'many-2999');
    assert.equal(await find('c-8'), undefined);
    assert.doesNotMatch(server.stderr(), /@example\.com/);
  });

  test('a dead server’s socket stops neither the CLI nor the next server', async () => {
    const dead = await startServerProcess([], { cwd });
    dead.child.kill('SIGKILL');
    await dead.ended;
    assert.equal(existsSync(socketPathOf(databaseIn(cwd))), true);
    assert.equal((await importing('a.jsonl')).exit, 0);
    const next = await startServerProcess([], { cwd });
    assert.equal((await importing('a.jsonl')).exit, 0);
    next.child.kill('SIGTERM');
    assert.equal(await next.ended, 0);
  });
});

describe('the socket’s place', () => {
  test('is beside the database, and in the temporary folder where that path is too long', () => {
    assert.equal(socketPathOf('/srv/desk.db'), '/srv/desk.db.run/admin.sock');
    const long = socketPathOf(`/srv/${'x'.repeat(120)}/desk.db`);
    assert.ok(long.startsWith(tmpdir()) && Buffer.byteLength(long) <= 103, long);
    assert.notEqual(long, socketPathOf(`/srv/${'x'.repeat(120)}/other.db`));
  });

  test('is not trusted in a folder of somebody else’s, nor behind a link', () => {
    const folder = aFolder('socket');
    const [me, another, stranger] = [statSync(folder).uid, 54_321, 54_322];
    mkdirSync(join(folder, 'run'));
    symlinkSync(join(folder, 'run'), join(folder, 'link'));
    const inFolder = (name: string) => join(folder, name, 'admin.sock');
    trustSocket(inFolder('not-made-yet'), me);
    trustSocket(inFolder('run'), me);
    // whoever owns the database has made both
    trustSocket(inFolder('run'), stranger);
    assert.throws(() => trustSocket(inFolder('link'), me), SocketUnfit);
    if (me === 0) chownSync(folder, another, another);
    assert.throws(() => trustSocket(join(folder, 'admin.sock'), stranger), SocketUnfit);
  });

  test('works from a folder with a long name', async () => {
    const deep = join(aFolder('long'), 'x'.repeat(100), 'desk.db');
    const args = ['--database', deep];
    const cwd = shopFolder();
    const server = await startServerProcess(args, { cwd });
    writeFileSync(join(cwd, 'a.jsonl'), jsonl(customer('c-1')));
    const { exit, stderr } = await runCli(['import', 'a.jsonl', ...args], { cwd });
    server.child.kill('SIGTERM');
    assert.equal(exit, 0, stderr);
    assert.equal(await server.ended, 0);
  });
});
