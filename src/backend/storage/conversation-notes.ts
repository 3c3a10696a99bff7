import type { Kysely } from 'kysely';
import type { InboxStore } from '../ports.ts';
import type { Database } from './schema.ts';

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
): Pick<InboxStore, 'addNote' | 'notes' | 'addMentions' | 'seeMentions'> => ({
  async addNote(shop, id, { id: note, after, at, by, text }) {
    await db
      .insertInto('conversation_notes')
      .values({ shop_id: shop, conversation_id: id, id: note, after, at, by_name: by, text })
      .execute();
  },

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
    return rows.reverse().map(({ id: note, after, at, by_name: by, text }) => {
      const mentions = named.get(note);
      return { id: note, after, at, by, text, ...(mentions && { mentions }) };
    });
  },

  async addMentions(shop, id, note, people) {
    if (people.length === 0) return;
    const rows = people.map((staff) => ({
      ...{ shop_id: shop, conversation_id: id, note_id: note, staff_id: staff, seen: 0 },
    }));
    await db.insertInto('conversation_mentions').values(rows).execute();
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
