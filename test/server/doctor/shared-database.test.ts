import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import pg from 'pg';
import { examinePostgres } from '../../../src/server/doctor/shared-database.ts';
import { judgePostgres } from '../../../src/server/doctor/versions.ts';
import { openDatabase } from '../../../src/server/open-database.ts';
import { aPostgresDatabase, noPostgres } from '../../builders/postgres.ts';
import { says } from './says.ts';

const at = (url: string, changed: Partial<Record<'username' | 'pathname', string>>): string =>
  Object.assign(new URL(url), changed).href;
const clock = (): Date => new Date();
const examined = (url: string, now = clock) => examinePostgres(url, now);

async function on(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe('a shared database', { skip: noPostgres() }, () => {
  let url: string;
  before(async () => {
    url = await aPostgresDatabase();
  });
  const version = /^ok: Postgres \d+\.\d+ will do/;
  const open = /^ok: The database lets postgres in, who may make tables/;
  const time = /^ok: Our clock agrees with that of the database/;
  const migrations = /^ok: The database’s tables are those of this version/;

  test('that is new, of this version, of an older and of a newer one', async () => {
    says(await examined(url), [version, open, /^note: .* no tables of ours yet/, time]);
    const change = (sql: string) => on(url, sql);
    await (await openDatabase(url, 'p'.repeat(32))).storage.close();
    says(await examined(url), [version, open, migrations, time]);
    await change(`
      insert into outbox (id, shop_id, url, type, kind, object_id, turn, body, state, attempts, created_at)
      select id, 'alder', 'https://erp.example/', 'order.created', 'order', id, 1, '{}', state, 1, ''
      from (values ('a', 'dead'), ('b', 'dead'), ('c', 'pending')) as told(id, state)`);
    says(await examined(url), [
      version,
      open,
      migrations,
      /^warning: 2 webhooks were given up/,
      time,
    ]);
    await change('delete from outbox');
    await change("delete from kysely_migration where name = '003-imports'");
    says(await examined(url), [version, open, /^note: The database lacks 003-imports/, time]);
    await change("insert into kysely_migration values ('999-later', '2027-01-01')");
    says(await examined(url), [version, open, /^broken: .* it has 999-later/, time]);
  });

  test('whose clock is another', async () => {
    const late = () => new Date(Date.now() - 90_000);
    says((await examined(await aPostgresDatabase(), late)).slice(-1), [
      /^broken: Our clock and that of the database are (89|90|91) s apart/,
    ]);
  });

  test('where our role may not do what a start has to', async () => {
    const role = `fd_${randomUUID().replaceAll('-', '')}`;
    const other = await aPostgresDatabase();
    await on(
      other,
      'create table ours (id int)',
      'create table kysely_migration (name text)',
      `create role ${role} login`,
      'revoke create on schema public from public',
    );
    const denied = new RegExp(`^broken: ${role} may not make tables in the schema public`);
    const foreign = new RegExp(`^warning: ${role} does not own kysely_migration, ours: a new`);
    const unread = /^broken: Which migrations the database has cannot be read/;
    const theirs = at(other, { username: role });
    says(await examined(theirs), [version, denied, foreign, unread, time]);
    await on(
      other,
      `grant create on schema public to ${role}`,
      `alter table ours owner to ${role}`,
      `alter table kysely_migration owner to ${role}`,
    );
    const fine = new RegExp(`^ok: The database lets ${role} in`);
    says(await examined(theirs), [version, fine, /^note: .* no tables of ours/, time]);
    await on(other, `alter role ${role} set search_path = nowhere`);
    says((await examined(theirs)).slice(1, 2), [/^broken: .* has no schema to make tables in/]);
    await on(other, `alter role ${role} set search_path = public`);
    await on(other, `alter role ${role} set default_transaction_read_only = on`);
    says((await examined(theirs)).slice(1, 2), [/^broken: The database takes no writes/]);
  });

  test('in another encoding', async () => {
    const name = `fd_${randomUUID().replaceAll('-', '')}`;
    await on(
      url,
      `create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
    );
    says((await examined(at(url, { pathname: `/${name}` }))).slice(1, 2), [
      /^broken: The database is in LATIN1/,
    ]);
  });

  test('that lets nobody in says why, and what to do', async () => {
    for (const [address, what, todo] of [
      [at(url, { pathname: '/nowhere' }), /"nowhere" does not exist/, /^Make it in UTF-8/],
      [at(url, { username: 'nobody' }), /"nobody" does not exist/, /^Mend the user/],
      ['postgres://desk:hidden@127.0.0.1:1/shop', /ECONNREFUSED/, /^Start it/],
    ] as const) {
      const findings = await examined(address);
      says(findings, [what]);
      assert.equal(findings[0]!.level, 'broken');
      assert.match(findings[0]!.todo!, todo);
      assert.doesNotMatch(findings[0]!.what, /hidden/);
    }
  });
});

test('Postgres 13 will do, and none before it', () => {
  const told = ['12.22', '13.0', '16.4 (Debian 16.4-1.pgdg120+1)', '17beta1'];
  says(told.map(judgePostgres), [/^broken: .*12\.22/, /^ok/, /^ok: Postgres 16\.4 will/, /^ok/]);
});
