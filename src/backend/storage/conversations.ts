import { sql, type Kysely } from 'kysely';
import type { ConversationOwner, ConversationStore } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { conversationViews, messageOf, ownerRow, recordRow, viewOf } from './conversation-rows.ts';
import { writeIn } from './conversation-writes.ts';
import { claimUnseen, settleUnseen } from './unseen-answers.ts';
import { hold } from './dialect.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What nobody known wrote, and nobody came back to, is forgotten after so many days. */
const KEPT_DAYS = 90;
/** Each takes its messages along, and what was sent with them. */
const TALKS_AT_ONCE = 20;

/** Conversations with their messages. Whoever writes in one holds its row: sequences have no gap. */
export function createConversationStore(db: Kysely<Database>): ConversationStore {
  return {
    open: (shop, owner, { id, record }, keep) =>
      db.transaction().execute(async (tx) => {
        // fifty at once would each find none
        await hold(tx, `conversations of ${shop} ${nameOf(owner)}`);
        const views = conversationViews(tx).where('conversations.shop_id', '=', shop);
        const blank = await whose(views, owner)
          .where('conversations.last', '=', 0)
          .executeTakeFirst();
        if (!blank) {
          const { changedAt } = record;
          await tx
            .insertInto('conversations')
            .values({
              ...{ shop_id: shop, id, ...ownerRow(owner), ...recordRow(record), mailed: 0 },
              ...{ created_at: changedAt, rating_note: null, language: null },
            })
            .execute();
        }
        const view = viewOf(
          blank ?? (await views.where('conversations.id', '=', id).executeTakeFirstOrThrow()),
        );
        await keepAnswer(tx, keep, view);
        return view;
      }),

    async read(shop, id) {
      const row = await conversationViews(db)
        .where('conversations.shop_id', '=', shop)
        .where('conversations.id', '=', id)
        .executeTakeFirst();
      return row && viewOf(row);
    },

    async ofOwner(shop, owner, most) {
      const views = conversationViews(db).where('conversations.shop_id', '=', shop);
      const rows = await whose(views, owner)
        .where('conversations.last', '>', 0)
        .orderBy('conversations.changed_at', 'desc')
        .orderBy('conversations.id', 'desc')
        .limit(most)
        .execute();
      return rows.map(viewOf);
    },

    async ofShop(shop, { states, most }) {
      const rows = await conversationViews(db)
        .where('conversations.shop_id', '=', shop)
        .where('conversations.state', 'in', [...states])
        .where('conversations.last', '>', 0)
        .orderBy('conversations.changed_at')
        .orderBy('conversations.id')
        .limit(most)
        .execute();
      return rows.map(viewOf);
    },

    async messages(shop, id, { after, before, limit }) {
      let query = db
        .selectFrom('messages')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('conversation_id', '=', id)
        .orderBy('sequence', after === undefined ? 'desc' : 'asc')
        .limit(limit);
      if (after !== undefined) query = query.where('sequence', '>', after);
      if (before !== undefined) query = query.where('sequence', '<', before);
      const messages = (await query.execute()).map(messageOf);
      return after === undefined ? messages.reverse() : messages;
    },

    write: (shop, id, wish, keep) =>
      db.transaction().execute(async (tx) => {
        const written = await writeIn(tx, shop, id, wish);
        if (typeof written !== 'string') await keepAnswer(tx, keep, written);
        return written;
      }),

    async languageOf(shop, customer) {
      const [newest] = await db
        .selectFrom('conversations')
        .select('language')
        .where('shop_id', '=', shop)
        .where('customer_id', '=', customer)
        .where('language', 'is not', null)
        .orderBy('changed_at', 'desc')
        .limit(1)
        .execute();
      return newest?.language ?? null;
    },

    async waits(shop, since, most) {
      const rows = await db
        .selectFrom('messages')
        .select(['at', 'asked_at'])
        .where('shop_id', '=', shop)
        .where('asked_at', '>', since)
        .orderBy('asked_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ at, asked_at }) => (Date.parse(at) - Date.parse(asked_at ?? at)) / 1000);
    },

    async wake(now) {
      const woken = await db
        .updateTable('conversations')
        .set({ state: 'open', snoozed_until: null })
        .where('state', '=', 'snoozed')
        .where('snoozed_until', '<=', now)
        .executeTakeFirst();
      return Number(woken.numUpdatedRows);
    },

    claimUnseen: (lease) => claimUnseen(db, lease),

    settleUnseen: (taken, again) => settleUnseen(db, taken, again),

    purge(now, signal) {
      const before = new Date(Date.parse(now) - KEPT_DAYS * DAY).toISOString();
      const where = sql<boolean>`customer_id is null and changed_at < ${before}`;
      return purgeRows(
        db,
        { table: 'conversations', key: ['shop_id', 'id'], where, atOnce: TALKS_AT_ONCE },
        signal,
      );
    },
  };
}

const nameOf = (owner: ConversationOwner): string =>
  'customer' in owner ? `customer ${owner.customer}` : `session ${owner.session}`;

const whose = (views: ReturnType<typeof conversationViews>, owner: ConversationOwner) =>
  'customer' in owner
    ? views.where('conversations.customer_id', '=', owner.customer)
    : views.where('conversations.session_id', '=', owner.session);
