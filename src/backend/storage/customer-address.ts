import type { Kysely } from 'kysely';
import type { Address } from '../../contract/orders.ts';
import { customerNews } from '../../domain/news/webhook-events.ts';
import type { CustomerRecord, Keep, Shop } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { customerOf } from './customer-rows.ts';
import { forUpdate } from './dialect.ts';
import type { OrderReader } from './order-reader.ts';
import { tell } from './outbox-news.ts';
import type { Database } from './schema.ts';
import { tellingChanges } from './told-changes.ts';
import type { Told } from './told-receipts.ts';

/**
 * An address of an order becomes its customer's own, and the shop's own systems are told. Of two of
 * their orders one waits for the other: what each is told was so before must still be so.
 */
export async function ownAddress(
  tx: Kysely<Database>,
  { shop, before: { order }, at }: Told,
  address: Address,
): Promise<void> {
  if (order.customer_id === null) return;
  const theirs = tx
    .selectFrom('customers')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('id', '=', order.customer_id);
  // the catalogue is shared already, and two who share it would each wait to have it alone
  const row = await forUpdate(tx, theirs).executeTakeFirst();
  if (!row) return;
  const after = { ...row, address: JSON.stringify(address) };
  await tx
    .updateTable('customers')
    .set({ address: after.address })
    .where('shop_id', '=', shop.id)
    .where('id', '=', row.id)
    .execute();
  await tell(tx, shop, customerNews(customerOf(row), customerOf(after)), at);
}

/** A customer's own address, until they or the shop's next word of them change it. */
export function changeAddress(
  db: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  id: string,
  { address, at, keep }: { address: Address; at: Date; keep: Keep<CustomerRecord> | undefined },
): Promise<CustomerRecord | undefined> {
  return db.transaction().execute((tx) =>
    tellingChanges(tx, read, shop, { orders: [], customers: [id] }, at, async () => {
      const row = await tx
        .updateTable('customers')
        .set({ address: JSON.stringify(address) })
        .where('shop_id', '=', shop.id)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      const customer = row && customerOf(row);
      if (customer) await keepAnswer(tx, keep, customer);
      return customer;
    }),
  );
}
