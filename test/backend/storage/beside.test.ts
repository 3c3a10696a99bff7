import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Migration } from 'kysely/migration';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import { migrations } from '../../../src/backend/storage/migrate.ts';
import { sqliteEngines } from '../../builders/engines.ts';

/** What each migration has the database do, in the order they run. */
async function statementsOf(wanted: Record<string, Migration>): Promise<Map<string, string[]>> {
  const raw = await sqliteEngines()[0]!.open();
  let said: string[] = [];
  const db = databaseOver<unknown>({
    ...raw,
    prepare(text) {
      said.push(text);
      return raw.prepare(text);
    },
    close: () => raw.close(),
  });
  const all = new Map<string, string[]>();
  for (const [name, { up }] of Object.entries(wanted)) {
    said = [];
    await up(db);
    all.set(name, said);
  }
  await db.destroy();
  return all;
}

const ADDED = [
  // with rows of its own, or of one that takes them along
  /^create table (?!.* references (?!.* on delete cascade))/,
  /^create index /,
  /^alter table "\w+" add column "\w+" \w+(?: default .+)?$/,
];
const onlyAdds = (statements: readonly string[]): boolean =>
  statements.length > 0 && statements.every((text) => ADDED.some((form) => form.test(text)));

describe('a migration that older versions go on beside', () => {
  test('is told from one that takes away, fills or forbids', async () => {
    const statements = await statementsOf(migrations);
    const adds = (name: string) => onlyAdds(statements.get(name)!);
    for (const name of ['008-jobs', '040-audit-details', '044-mentions', '048-note-files'])
      assert.ok(adds(name), `${name}: ${statements.get(name)!.join('; ')}`);
    for (const name of ['012-cards', '014-product-names', '047-upload-owners'])
      assert.ok(!adds(name), name);
    for (const text of [
      'alter table "orders" add column "later" text not null',
      'alter table "orders" drop column "later"',
      'create unique index "orders_by_later" on "orders" ("later")',
      'create table "later" ("id" text references "orders" ("id"))',
      'update "orders" set "later" = 1',
    ])
      assert.ok(!onlyAdds([text]), text);
  });

  test('only adds, where its name says so', async () => {
    const statements = await statementsOf(migrations);
    for (const [name, said] of statements)
      if (name.endsWith('-beside')) assert.ok(onlyAdds(said), `${name}: ${said.join('; ')}`);
    assert.deepEqual([...statements.keys()], Object.keys(migrations));
  });
});
