import type { Kysely } from 'kysely';
import type { Address } from '../../contract/orders.ts';
import type { CustomerRecord, Keep, Shop } from '../ports.ts';
import { keepAnswer } from './answers.ts';
import { customerOf } from './customer-rows.ts';
import type { OrderReader } from './order-reader.ts';
import type { OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';
import { tellingChanges } from './told-changes.ts';

/** An address of an order becomes its customer's own. */
export async function ownAddress(
  tx: Kysely<Database>,
  { order: { shop_id, customer_id } }: OrderRows,
  address: Address,
): Promise<void> {
  if (customer_id === null) return;
  await tx
    .updateTable('customers')
    .set({ address: JSON.stringify(address) })
    .where('shop_id', '=', shop_id)
    .where('id', '=', customer_id)
    .execute();
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
