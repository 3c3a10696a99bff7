import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Takes what the shop's systems were told of an order, or of a customer, out of the outbox. What they
 * have not been told yet still goes to them, once, and is not kept after that.
 */
export async function forgetNews(
  tx: Kysely<Database>,
  shop: string,
  about: { order: string } | { customers: readonly string[] },
): Promise<void> {
  const told = tx
    .selectFrom('outbox')
    .select('id')
    .where('shop_id', '=', shop)
    .where((it) =>
      'order' in about
        ? it.and([it('kind', '=', 'order'), it('object_id', '=', about.order)])
        : it('customer_id', 'in', about.customers),
    );
  await tx.deleteFrom('outbox').where('id', 'in', told).where('due_at', 'is', null).execute();
  await tx
    .updateTable('outbox')
    .set((it) => ({ forget_at: it.ref('created_at') }))
    .where('id', 'in', told)
    .execute();
}
