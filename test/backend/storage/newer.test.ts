import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import { DatabaseNewer, migrate, migrations } from '../../../src/backend/storage/migrate.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { schemaState } from '../../../src/backend/storage/schema-state.ts';
import { engines } from '../../builders/engines.ts';

const later = { ...migrations, '999-later': { up: async () => undefined } };
const beside = { ...migrations, '998-later-beside': { up: async () => undefined } };
const names = Object.keys(migrations);

for (const engine of engines())
  describe(`the schema of a database on ${engine.name}`, { skip: engine.skip ?? false }, () => {
    test('lacks everything while it is empty, and nothing once it is up to date', async () => {
      const db = databaseOver<Database>(await engine.open());
      assert.deepEqual(await schemaState(db, names), {
        ...{ missing: names, unknown: [], beside: [] },
      });
      await migrate(db);
      assert.deepEqual(await schemaState(db, names), {
        ...{ missing: [], unknown: [], beside: [] },
      });
      await db.destroy();
    });

    test('of a newer version that has only added to it is taken as it is', async () => {
      const db = databaseOver<Database>(await engine.open());
      await migrate(db, beside);
      assert.deepEqual(await migrate(db), []);
      assert.deepEqual(await schemaState(db, names), {
        ...{ missing: [], unknown: [], beside: ['998-later-beside'] },
      });
      await migrate(db, { ...beside, ...later });
      await assert.rejects(migrate(db), /it has 999-later, /);
      await db.destroy();
    });

    test('of another branch, which lacks what is ours, is refused', async () => {
      const db = databaseOver<Database>(await engine.open());
      await migrate(db, beside);
      await assert.rejects(
        migrate(db, { ...migrations, '997-ours': { up: async () => undefined } }),
        (error) => error instanceof DatabaseNewer,
      );
      await db.destroy();
    });

    test('of a newer version is refused with what to do, and stays as it is', async () => {
      const db = databaseOver<Database>(await engine.open());
      await migrate(db, later);
      await assert.rejects(migrate(db), (error: Error) => {
        assert.ok(error instanceof DatabaseNewer);
        assert.match(error.message, /it has 999-later, .*restore the back-up/);
        return true;
      });
      assert.deepEqual(await schemaState(db, names), {
        ...{ missing: [], unknown: ['999-later'], beside: [] },
      });
      await db.destroy();
    });
  });
