import type { Kysely } from 'kysely';
import type { InboxStore } from '../ports.ts';
import { filesOf, filesRow } from './conversation-rows.ts';
import { keepAnswer } from './answers.ts';
import type { Database } from './schema.ts';
import { noteAudit } from './staff-rows.ts';
import { attachUploads } from './used-uploads.ts';

/** Whom the notes of a conversation name, by note. */
async function mentionsOf(
  db: Kysely<Database>,
  shop: string,
  id: string,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { note_id: note, staff_id: staff } of await db
    .selectFrom('conversation_mentions')
    .select(['note_id', 'staff_id'])
    .where('shop_id', '=', shop)
    .where('conversation_id', '=', id)
    .execute())
    found.set(note, [...(found.get(note) ?? []), staff]);
  return found;
}

/** In which of these somebody is named and has not seen it. */
export async function unseenMentions(
  db: Kysely<Database>,
  shop: string,
  staff: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('conversation_mentions')
    .select('conversation_id')
    .where('shop_id', '=', shop)
    .where('staff_id', '=', staff)
    .where('seen', '=', 0)
    .where('conversation_id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.conversation_id));
}

/** What the shop's people tell one another, and whom they name in it. */
export const createNoteStore = (
  db: Kysely<Database>,
): Pick<InboxStore, 'addNote' | 'notes' | 'seeMentions'> => ({
  addNote: (shop, id, note, { uploads, audit } = {}, keep) =>
    db.transaction().execute(async (tx) => {
      const { after, at, by, text, mentions = [] } = note;
      const where = { conversation_id: id, note_id: note.id };
      const documents = uploads ? await attachUploads(tx, shop, uploads, where) : [];
      if (!documents) return 'upload_not_found';
      const files = { ...(note.photos && { photos: note.photos }), documents };
      await tx
        .insertInto('conversation_notes')
        .values({
          ...{ shop_id: shop, conversation_id: id, id: note.id, after, at, by_name: by, text },
          ...filesRow(files),
        })
        .execute();
      const named = mentions.map((staff) => ({
        ...{ shop_id: shop, ...where, staff_id: staff, seen: 0 },
      }));
      if (named.length) await tx.insertInto('conversation_mentions').values(named).execute();
      if (audit) await noteAudit(tx, audit);
      const added = { ...note, ...(documents.length && { documents }) };
      await keepAnswer(tx, keep, added);
      return added;
    }),

  async notes(shop, id, most) {
    const rows = await db
      .selectFrom('conversation_notes')
      .selectAll()
      .where('shop_id', '=', shop)
      .where('conversation_id', '=', id)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    const named = rows.length ? await mentionsOf(db, shop, id) : new Map<string, string[]>();
    return rows.reverse().map((row) => {
      const mentions = named.get(row.id);
      const { photos, documents } = filesOf(row);
      return {
        ...{ id: row.id, after: row.after, at: row.at, by: row.by_name, text: row.text },
        ...(photos && { photos: [...photos] }),
        ...(documents && { documents: [...documents] }),
        ...(mentions && { mentions }),
      };
    });
  },

  async seeMentions(shop, id, staff) {
    const seen = await db
      .updateTable('conversation_mentions')
      .set({ seen: 1 })
      .where('shop_id', '=', shop)
      .where('conversation_id', '=', id)
      .where('staff_id', '=', staff)
      .where('seen', '=', 0)
      .executeTakeFirst();
    return seen.numUpdatedRows > 0n;
  },
});
