import type { Kysely } from 'kysely';
import type { ReplyStore } from '../ports.ts';
import { hold } from './dialect.ts';
import { noting } from './noted-acts.ts';
import type { Database } from './schema.ts';

/** What the shop's people write often. */
export function createReplyStore(db: Kysely<Database>): ReplyStore {
  return {
    async all(shop) {
      const rows = await db
        .selectFrom('saved_replies')
        .select(['id', 'name', 'text', 'choices'])
        .where('shop_id', '=', shop)
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(({ choices, ...reply }) => ({
        ...reply,
        ...(choices !== null && { choices: JSON.parse(choices) }),
      }));
    },

    put: (shop, { id, name, text, choices: offered = [] }, most, audit) =>
      noting(db, audit, async (tx) => {
        await hold(tx, `saved replies of ${shop}`);
        const { others } = await tx
          .selectFrom('saved_replies')
          .select(({ fn }) => fn.countAll<number | string>().as('others'))
          .where('shop_id', '=', shop)
          .where('id', '<>', id)
          .executeTakeFirstOrThrow();
        if (Number(others) >= most) return false;
        const choices = offered.length ? JSON.stringify(offered) : null;
        await tx
          .insertInto('saved_replies')
          .values({ shop_id: shop, id, name, text, choices })
          .onConflict((it) => it.columns(['shop_id', 'id']).doUpdateSet({ name, text, choices }))
          .execute();
        return true;
      }),

    async remove(shop, id, audit) {
      await noting(db, audit, (tx) =>
        tx
          .deleteFrom('saved_replies')
          .where('shop_id', '=', shop)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst(),
      );
    },
  };
}
