import { sql, type Kysely } from 'kysely';
import type { ConversationState } from '../../contract/conversations.ts';
import type { InboxView } from '../../contract/inbox.ts';
import type { InboxStore } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { createNoteStore } from './conversation-notes.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { changeIn, setTags } from './inbox-changes.ts';
import { entriesOf, inboxEntries } from './inbox-rows.ts';
import type { Database } from './schema.ts';
import { noteAudit } from './staff-rows.ts';

const stateOf: Record<Exclude<InboxView, 'mentions'>, ConversationState> = {
  ...{ open: 'open', mine: 'open', unassigned: 'open' },
  ...{ waiting: 'waiting', snoozed: 'snoozed', closed: 'closed' },
};

const newest = {
  at: sql.ref<string>('conversations.changed_at'),
  ...{ order: 'desc' as const, beyond: sql.raw('<') },
};
const due = {
  at: sql<string>`coalesce(conversations.due_at, conversations.asked_at, conversations.changed_at)`,
  ...{ order: 'asc' as const, beyond: sql.raw('>') },
};
const dueOf = (row: { due_at: string | null; asked_at: string | null; changed_at: string }) =>
  row.due_at ?? row.asked_at ?? row.changed_at;

/** Conversations as the shop's people work on them. */
export function createInboxStore(db: Kysely<Database>): InboxStore {
  return {
    async list(shop, { view, staff, search, tag, cursor, limit }) {
      const from = cursor === undefined ? undefined : placeIn(cursor);
      const state = view === 'mentions' ? undefined : stateOf[view];
      const isDue = state === 'open' && !search;
      let query = inboxEntries(db, shop).limit(limit + 1);
      if (search) query = query.where((it) => it.or(finds(search)));
      else if (state) query = query.where('conversations.state', '=', state);
      if (!state && !search)
        query = query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('conversation_mentions as named')
              .select('named.staff_id')
              .whereRef('named.shop_id', '=', 'conversations.shop_id')
              .whereRef('named.conversation_id', '=', 'conversations.id')
              .where('named.staff_id', '=', staff),
          ),
        );
      if (view === 'mine') query = query.where('conversations.assignee_id', '=', staff);
      if (view === 'unassigned') query = query.where('conversations.assignee_id', 'is', null);
      if (tag !== undefined)
        query = query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('conversation_tags')
              .select('tag')
              .whereRef('conversation_tags.shop_id', '=', 'conversations.shop_id')
              .whereRef('conversation_tags.conversation_id', '=', 'conversations.id')
              .where('tag', '=', tag),
          ),
        );
      // what waits: the most urgent, then what is due first, or has waited longest; else the newest
      const { at, order, beyond } = isDue ? due : newest;
      if (from)
        query = query.where(({ eb, and, or }) => {
          const behind = sql<boolean>`(${at}, conversations.id) ${beyond} (${from.at}, ${from.id})`;
          if (!isDue) return behind;
          const priority = eb('conversations.priority', '=', from.priority);
          return or([eb('conversations.priority', '<', from.priority), and([priority, behind])]);
        });
      if (isDue) query = query.orderBy('conversations.priority', 'desc');
      const rows = await query.orderBy(at, order).orderBy('conversations.id', order).execute();
      const page = rows.slice(0, limit);
      const end = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: await entriesOf(db, shop, page, staff),
        ...(end && {
          next: cursorAt(`${end.priority} ${isDue ? dueOf(end) : end.changed_at}`, end.id),
        }),
      };

      function finds(words: string) {
        const like = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
        const has = (text: ReturnType<typeof sql.ref>) =>
          sql<boolean>`lower(${text}) like ${like} escape '\\'`;
        return [
          has(sql.ref('customers.email')),
          sql<boolean>`lower(customers.first_name || ' ' || customers.last_name) like ${like} escape '\\'`,
          sql<boolean>`exists (select 1 from messages as found where found.shop_id = conversations.shop_id and found.conversation_id = conversations.id and lower(found.text) like ${like} escape '\\')`,
        ];
      }
    },

    async counts(shop, staff) {
      const { mentions } = await db
        .selectFrom('conversation_mentions')
        .select(({ fn }) => fn.count<number | string>('conversation_id').distinct().as('mentions'))
        .where('shop_id', '=', shop)
        .where('staff_id', '=', staff)
        .where('seen', '=', 0)
        .executeTakeFirstOrThrow();
      const rows = await db
        .selectFrom('conversations')
        .select(['state', 'assignee_id'])
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('shop_id', '=', shop)
        .where('last', '>', 0)
        .where('state', '<>', 'closed')
        .groupBy(['state', 'assignee_id'])
        .execute();
      const counts = {
        ...{ open: 0, mine: 0, unassigned: 0, waiting: 0, snoozed: 0 },
        mentions: Number(mentions),
      };
      for (const { state, assignee_id: assignee, count } of rows) {
        if (state === 'closed') continue;
        counts[state] += Number(count);
        if (state === 'open' && assignee === staff) counts.mine += Number(count);
        if (state === 'open' && assignee === null) counts.unassigned += Number(count);
      }
      return counts;
    },

    async read(shop, id, staff) {
      return (await entryIn(db, shop, id, staff))[0];
    },

    async ofCustomer(shop, customer, most) {
      const rows = await inboxEntries(db, shop)
        .where('conversations.customer_id', '=', customer)
        .orderBy('conversations.changed_at', 'desc')
        .orderBy('conversations.id', 'desc')
        .limit(most)
        .execute();
      return entriesOf(db, shop, rows);
    },

    change: (shop, id, { at, decide, tags, audit = [] }, keep) =>
      db.transaction().execute(async (tx) => {
        const written = await changeIn(tx, shop, id, { at, decide });
        if (!written) return undefined;
        if (tags) await setTags(tx, shop.id, id, tags);
        for (const entry of audit) await noteAudit(tx, entry);
        const [entry] = await entryIn(tx, shop.id, id);
        await keepAnswer(tx, keep, entry!);
        return entry;
      }),

    ...createNoteStore(db),
  };
}

async function entryIn(db: Kysely<Database>, shop: string, id: string, staff?: string) {
  const rows = await inboxEntries(db, shop).where('conversations.id', '=', id).execute();
  return entriesOf(db, shop, rows, staff);
}

/** Where a page of what waits has ended: its priority stands before its instant. */
function placeIn(cursor: string): { priority: number; at: string; id: string } | undefined {
  const found = readCursor(cursor);
  const [, priority, at] = /^(\d) (.+)$/.exec(found?.at ?? '') ?? [];
  return found && at !== undefined ? { priority: Number(priority), at, id: found.id } : undefined;
}
