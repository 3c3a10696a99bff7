import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { databaseOver } from '../../../src/backend/storage/dialect.ts';
import { migrate, migrations } from '../../../src/backend/storage/migrate.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { createUploadStore } from '../../../src/backend/storage/uploads.ts';
import { engines } from '../../builders/engines.ts';

const before = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < '047-upload-owners'),
);

for (const { name, open, skip } of engines())
  test(
    `files that were there before others could send any stay, on ${name}`,
    { skip },
    async () => {
      const db = databaseOver<Database>(await open());
      await migrate(db, before);
      const bytes = Uint8Array.of(0, 255, 13, 10);
      await sql`insert into uploads
      (shop_id, id, customer_id, type, size, created_at, expires_at, bytes) values
      ('alder', 'old', 'mara', 'image/png', 4, '2026-11-01', null, ${bytes})`.execute(db);
      assert.ok((await migrate(db)).includes('047-upload-owners'));
      assert.deepEqual(await createUploadStore(db).read('alder', 'old'), {
        ...{ shop: 'alder', id: 'old', owner: { customer: 'mara' }, type: 'image/png', size: 4 },
        ...{ createdAt: '2026-11-01', bytes },
      });
      await db.destroy();
    },
  );
