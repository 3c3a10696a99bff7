import type { Kysely } from 'kysely';
import type { StoredUpload, UploadStore } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { hold } from './dialect.ts';
import type { Database } from './schema.ts';
import type { UploadsTable } from './upload-tables.ts';

/** Files with their bytes, in the database: they are as safe as what names them, and copied with it. */
export function createUploadStore(db: Kysely<Database>): UploadStore {
  return {
    add: ({ bytes, ...upload }, { files, bytes: most, since }, keep) =>
      db.transaction().execute(async (tx) => {
        const { shop, customer, size } = upload;
        // several at once would each find the room that is there for one
        await hold(tx, `uploads of ${shop} ${customer}`);
        const sent = await tx
          .selectFrom('uploads')
          .select(['size', 'created_at'])
          .where('shop_id', '=', shop)
          .where('customer_id', '=', customer)
          .where('created_at', '>', since)
          .orderBy('created_at')
          .execute();
        const [oldest] = sent;
        const sum = sent.reduce((total, row) => total + row.size, size);
        if (oldest && (sent.length >= files || sum > most)) return { oldest: oldest.created_at };
        await tx
          .insertInto('uploads')
          .values({ ...rowOf(upload), bytes })
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

    async purge(now) {
      const gone = await db.deleteFrom('uploads').where('expires_at', '<=', now).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

const rowOf = (upload: StoredUpload): Omit<UploadsTable, 'bytes'> => ({
  shop_id: upload.shop,
  id: upload.id,
  customer_id: upload.customer,
  type: upload.type,
  size: upload.size,
  created_at: upload.createdAt,
  expires_at: upload.expiresAt ?? null,
});

const uploadOf = (row: UploadsTable): StoredUpload => ({
  shop: row.shop_id,
  id: row.id,
  customer: row.customer_id,
  type: row.type,
  size: row.size,
  createdAt: row.created_at,
  ...(row.expires_at !== null && { expiresAt: row.expires_at }),
});
