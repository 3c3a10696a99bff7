import type { Transaction } from 'kysely';
import type { Proof } from '../ports.ts';
import type { Database } from './schema.ts';

/**
 * Uses a proof up within the transaction of the session it opens, so that neither is without the
 * other. One statement: of two processes that are shown the same proof, one is told true.
 */
export async function useProof(
  tx: Transaction<Database>,
  shop: string,
  proof: Proof,
): Promise<boolean> {
  const used = await ('challenge' in proof
    ? usedCode(tx, shop, proof)
    : usedToken(tx, shop, proof));
  return used !== undefined;
}

const usedCode = (
  tx: Transaction<Database>,
  shop: string,
  { challenge, at }: Extract<Proof, { challenge: string }>,
) =>
  tx
    .updateTable('challenges')
    .set({ used_at: at })
    .where('shop_id', '=', shop)
    .where('id', '=', challenge)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();

const usedToken = (
  tx: Transaction<Database>,
  shop: string,
  { assertion, at, until }: Extract<Proof, { assertion: string }>,
) =>
  tx
    .insertInto('used_assertions')
    .values({ shop_id: shop, id: assertion, expires_at: until })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'id'])
        .doUpdateSet({ expires_at: until })
        .where('used_assertions.expires_at', '<=', at),
    )
    .returning('id')
    .executeTakeFirst();
