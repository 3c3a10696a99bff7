import type { Kysely } from 'kysely';
import {
  documentTypes,
  uploadTypes,
  type FileType,
  type SentDocument,
} from '../../contract/uploads.ts';
import type { NamedUploads, UploadOwner } from '../ports.ts';
import { forUpdate } from './dialect.ts';
import type { Database } from './schema.ts';
import { ownerIn } from './upload-rows.ts';

type Ids = { of: UploadOwner; ids: readonly string[] };

/** Which of these are somebody's own pictures that nothing names yet; they stay so until the transaction ends. */
export const unusedUploads = async (
  db: Kysely<Database>,
  shop: string,
  ids: Ids,
): Promise<Set<string>> => new Set((await unused(db, shop, ids, uploadTypes)).keys());

/** From now on something names them: they are not forgotten, nor named again. */
export async function useUploads(
  tx: Kysely<Database>,
  shop: string,
  ids: ReadonlySet<string>,
  where: { conversation_id?: string; note_id?: string } = {},
): Promise<void> {
  if (ids.size === 0) return;
  await tx
    .updateTable('uploads')
    .set({ ...where, expires_at: null })
    .where('shop_id', '=', shop)
    .where('id', 'in', [...ids])
    .execute();
}

/**
 * Something of a conversation names them, all or none: they go with it from now on. Answers its documents,
 * with how large they are.
 */
export async function attachUploads(
  tx: Kysely<Database>,
  shop: string,
  { of, photos, documents }: NamedUploads,
  where: { conversation_id: string; note_id?: string },
): Promise<SentDocument[] | undefined> {
  const papers = documents.map(({ id }) => id);
  const pictures = await unused(tx, shop, { of, ids: photos }, uploadTypes);
  const sizes = await unused(tx, shop, { of, ids: papers }, documentTypes);
  if (pictures.size + sizes.size < new Set([...photos, ...papers]).size) return undefined;
  await useUploads(tx, shop, new Set([...photos, ...papers]), where);
  for (const { id, name } of documents)
    await tx
      .updateTable('uploads')
      .set({ name })
      .where('shop_id', '=', shop)
      .where('id', '=', id)
      .execute();
  return documents.map((document) => {
    const size = sizes.get(document.id);
    return { ...document, ...(size !== undefined && { size }) };
  });
}

/** How large those are that are still free, by id. */
async function unused(
  db: Kysely<Database>,
  shop: string,
  { of, ids }: Ids,
  types: readonly FileType[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const [column, who] = ownerIn(of);
  const query = db
    .selectFrom('uploads')
    .select(['id', 'size'])
    .where('shop_id', '=', shop)
    .where(column, '=', who)
    .where('id', 'in', [...new Set(ids)])
    .where('type', 'in', types)
    .where('expires_at', 'is not', null);
  const rows = await forUpdate(db, query).execute();
  return new Map(rows.map(({ id, size }) => [id, Number(size)]));
}
