import type { Kysely } from 'kysely';
import type { RecommendationStore } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import type { Database } from './schema.ts';

/** A write is as long as a piece: what else is written does not wait for a whole model. */
const PIECE = 1024 * 1024;

export function createRecommendationStore(db: Kysely<Database>): RecommendationStore {
  /** The latest that is whole. */
  const latest = (shop: string) =>
    db
      .selectFrom('recommendation_models')
      .select(['built_at', 'parts'])
      .where('shop_id', '=', shop)
      .groupBy(['built_at', 'parts'])
      .having((it) => it(it.fn.countAll(), '=', it.ref('parts')))
      .orderBy('built_at', 'desc')
      .executeTakeFirst();

  return {
    builtAt: async (shop) => (await latest(shop))?.built_at,

    async read(shop) {
      const found = await latest(shop);
      if (!found) return undefined;
      const rows = await db
        .selectFrom('recommendation_models')
        .select('bytes')
        .where('shop_id', '=', shop)
        .where('built_at', '=', found.built_at)
        .orderBy('part')
        .execute();
      // another took its place between the two
      if (rows.length !== found.parts) return this.read(shop);
      return { builtAt: found.built_at, bytes: joined(rows.map(bytesOf)) };
    },

    async write(shop_id, built_at, bytes) {
      const parts = Math.max(1, Math.ceil(bytes.length / PIECE));
      for (let part = 0; part < parts; part++)
        await db
          .insertInto('recommendation_models')
          .values({
            ...{ shop_id, built_at, part, parts },
            bytes: bytes.slice(part * PIECE, (part + 1) * PIECE),
          })
          .execute();
      await db
        .deleteFrom('recommendation_models')
        .where('shop_id', '=', shop_id)
        .where('built_at', '<', built_at)
        .execute();
    },

    async dismissed(shop, customer, limit) {
      const rows = await db
        .selectFrom('dismissals')
        .select('product_id')
        .where('shop_id', '=', shop)
        .where('customer_id', '=', customer)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ product_id }) => product_id).reverse();
    },

    dismiss: (shop_id, { customer, product, at }, keep) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('dismissals')
          .values({ shop_id, customer_id: customer, product_id: product, at })
          .onConflict((conflict) =>
            conflict.columns(['shop_id', 'customer_id', 'product_id']).doUpdateSet({ at }),
          )
          .execute();
        await keepAnswer(tx, keep, undefined);
      }),

    async undismiss(shop, customer, product) {
      await db
        .deleteFrom('dismissals')
        .where('shop_id', '=', shop)
        .where('customer_id', '=', customer)
        .where('product_id', '=', product)
        .execute();
    },
  };
}

/** libsql gives an ArrayBuffer. */
const bytesOf = ({ bytes }: { bytes: Uint8Array | ArrayBuffer }) => new Uint8Array(bytes);

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
