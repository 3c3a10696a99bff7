import type { Kysely } from 'kysely';
import { uploadTypes, type FileType } from '../../contract/uploads.ts';
import { forUpdate } from './dialect.ts';
import type { UploadOwner } from '../ports.ts';
import type { Database } from './schema.ts';
import { ownerIn } from './upload-rows.ts';

/** Which of these are their own, of these types, that nothing names yet; they stay so until the transaction ends. */
export async function unusedUploads(
  db: Kysely<Database>,
  shop: string,
  { of, ids }: { of: UploadOwner; ids: readonly string[] },
  types: readonly FileType[] = uploadTypes,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [column, who] = ownerIn(of);
  const query = db
    .selectFrom('uploads')
    .select('id')
    .where('shop_id', '=', shop)
    .where(...([column, '=', who] as const))
    .where('id', 'in', [...new Set(ids)])
    .where('type', 'in', types)
    .where('expires_at', 'is not', null);
  const rows = await forUpdate(db, query).execute();
  return new Set(rows.map(({ id }) => id));
}

/** From now on something names them: they are not forgotten, nor named again. In a conversation they go with it. */
export async function useUploads(
  tx: Kysely<Database>,
  shop: string,
  ids: ReadonlySet<string>,
  place: { conversation: string; note?: string } | undefined = undefined,
): Promise<void> {
  if (ids.size === 0) return;
  await tx
    .updateTable('uploads')
    .set({
      ...{ expires_at: null, conversation_id: place?.conversation ?? null },
      note_id: place?.note ?? null,
    })
    .where('shop_id', '=', shop)
    .where('id', 'in', [...ids])
    .execute();
}
