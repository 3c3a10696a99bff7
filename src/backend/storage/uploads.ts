import { sql, type Kysely } from 'kysely';
import type { UploadStore } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { hold } from './dialect.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';
import { ownerIn, uploadOf, uploadRow } from './upload-rows.ts';

/** Each may have some MB. */
const FILES_AT_ONCE = 10;

/** Files with their bytes, in the database: they are as safe as what names them, and copied with it. */
export function createUploadStore(db: Kysely<Database>): UploadStore {
  return {
    add: ({ bytes, ...upload }, { files, bytes: most, since }, keep) =>
      db.transaction().execute(async (tx) => {
        const { shop, owner, size } = upload;
        const [column, who] = ownerIn(owner);
        // several at once would each find the room that is there for one
        await hold(tx, `uploads of ${shop} ${column} ${who}`);
        const sent = await tx
          .selectFrom('uploads')
          .select(['size', 'created_at'])
          .where('shop_id', '=', shop)
          .where(column, '=', who)
          .where('created_at', '>', since)
          .orderBy('created_at')
          .execute();
        const [oldest] = sent;
        const sum = sent.reduce((total, row) => total + row.size, size);
        if (oldest && (sent.length >= files || sum > most)) return { oldest: oldest.created_at };
        await tx
          .insertInto('uploads')
          .values({ ...uploadRow(upload), bytes })
          .execute();
        await keepAnswer(tx, keep, upload);
        return undefined;
      }),

    async read(shop, id) {
      const row = await db
        .selectFrom('uploads')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .executeTakeFirst();
      // engines give bytes in a class of their own
      return row && { ...uploadOf(row), bytes: new Uint8Array(row.bytes) };
    },

    purge: (now, signal) =>
      purgeRows(
        db,
        {
          table: 'uploads',
          key: ['shop_id', 'id'],
          where: sql`expires_at <= ${now}`,
          atOnce: FILES_AT_ONCE,
        },
        signal,
      ),
  };
}
