import type { Kysely } from 'kysely';
import { forUpdate } from './dialect.ts';
import type { Database } from './schema.ts';

/**
 * Takes what the shop's systems were told of an order, or of a customer whose conversations are still
 * there, out of the outbox. What they have not been told yet still goes to them, once, and is not kept
 * after that.
 */
export async function forgetNews(
  tx: Kysely<Database>,
  shop: string,
  about: { order: string } | { customers: readonly string[] },
): Promise<void> {
  // whoever writes in one now comes before this, or finds none
  if ('customers' in about)
    await forUpdate(tx, conversationsOf(tx, shop, about.customers).orderBy('id')).execute();
  const told = tx
    .selectFrom('outbox')
    .select('id')
    .where('shop_id', '=', shop)
    .where((it) =>
      'order' in about
        ? it.and([it('kind', '=', 'order'), it('object_id', '=', about.order)])
        : it.or([
            it('customer_id', 'in', about.customers),
            // what they wrote before anybody knew them names nobody
            it.and([
              it('kind', '=', 'conversation'),
              it('object_id', 'in', conversationsOf(tx, shop, about.customers)),
            ]),
          ]),
    );
  await tx.deleteFrom('outbox').where('id', 'in', told).where('due_at', 'is', null).execute();
  await tx
    .updateTable('outbox')
    .set((it) => ({ forget_at: it.ref('created_at') }))
    .where('id', 'in', told)
    .execute();
}

const conversationsOf = (tx: Kysely<Database>, shop: string, customers: readonly string[]) =>
  tx
    .selectFrom('conversations')
    .select('id')
    .where('shop_id', '=', shop)
    .where('customer_id', 'in', customers);
