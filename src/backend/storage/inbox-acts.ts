import { sql, type Kysely, type Transaction } from 'kysely';
import { standingOf, takenBack, type Done } from '../../domain/conversations/standing.ts';
import type { ActedOn, ActStore, ConversationView, TellingShop } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { addTag, changeIn, removeTag } from './inbox-changes.ts';
import { purgeRows } from './purging.ts';
import type { Database } from './schema.ts';
import { noteAudit } from './staff-rows.ts';

/** What can still be taken back in the inbox. It is taken by one statement: once. */
export function createActStore(db: Kysely<Database>): ActStore {
  return {
    act: ({ shop, id, at, staff, expiresAt, ids, decide, tag, audit }, keep) =>
      db.transaction().execute(async (tx) => {
        const on: ActedOn[] = [];
        const acted = await inTurn(ids, async (each) => {
          let done: Done | undefined;
          const conversation = await changeIn(tx, shop, each, {
            at,
            decide(held) {
              const step = decide(held);
              const { last } = step.conversation;
              done = { before: standingOf(held), after: standingOf(step.conversation), last };
              return step;
            },
          });
          if (!conversation || !done) return undefined;
          const isNew = tag !== undefined && (await addTag(tx, shop.id, each, tag));
          on.push({ id: each, ...done, ...(isNew && { tag }) });
          for (const entry of audit?.(each) ?? []) await noteAudit(tx, entry);
          return conversation;
        });
        await tx
          .insertInto('inbox_acts')
          .values({
            ...{ shop_id: shop.id, id, staff_id: staff, expires_at: expiresAt },
            body: JSON.stringify(on),
          })
          .execute();
        await keepAnswer(tx, keep, acted);
        return acted;
      }),

    undo: (shop, id, { staff, now, audit }, keep) =>
      db.transaction().execute(async (tx) => {
        const taken = await tx
          .deleteFrom('inbox_acts')
          .where('shop_id', '=', shop.id)
          .where('id', '=', id)
          .where('staff_id', '=', staff)
          .where('expires_at', '>', now)
          .returning('body')
          .executeTakeFirst();
        if (!taken) return undefined;
        const on = new Map((JSON.parse(taken.body) as ActedOn[]).map((each) => [each.id, each]));
        const restored = await inTurn([...on.keys()], async (each) => {
          const conversation = await takeBack(tx, shop, on.get(each)!, now);
          if (conversation && audit) await noteAudit(tx, audit(each));
          return conversation;
        });
        await keepAnswer(tx, keep, restored);
        return restored;
      }),

    purge: (now, signal) =>
      purgeRows(
        db,
        { table: 'inbox_acts', key: ['shop_id', 'id'], where: sql`expires_at <= ${now}` },
        signal,
      ),
  };
}

/** Undefined where somebody has gone on with it, or it is gone. */
async function takeBack(
  tx: Transaction<Database>,
  shop: TellingShop,
  { id, tag, ...done }: ActedOn,
  at: string,
): Promise<ConversationView | undefined> {
  let isBack = false;
  const conversation = await changeIn(tx, shop, id, {
    at,
    decide(held) {
      const before = takenBack(held, done);
      isBack = before !== undefined;
      return { conversation: before ?? held, messages: [] };
    },
  });
  if (!conversation || !isBack) return undefined;
  if (tag !== undefined) await removeTag(tx, shop.id, id, tag);
  return conversation;
}

/**
 * Works on each in one order, whoever calls: each is held to the end, and two who hold some of the
 * same would wait for one another. Answers what came of them in the order of `ids`.
 */
async function inTurn(
  ids: readonly string[],
  work: (id: string) => Promise<ConversationView | undefined>,
): Promise<ConversationView[]> {
  const done = new Map<string, ConversationView>();
  for (const id of [...new Set(ids)].toSorted()) {
    const conversation = await work(id);
    if (conversation) done.set(id, conversation);
  }
  return [...new Set(ids)].flatMap((id) => done.get(id) ?? []);
}
