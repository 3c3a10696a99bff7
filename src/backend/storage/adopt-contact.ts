import type { Kysely } from 'kysely';
import { customerNews } from '../../domain/news/webhook-events.ts';
import type { ContactPoint, CustomerRecord, Shop } from '../ports.ts';
import { holdCatalogue } from './catalogue-lock.ts';
import type { CustomersTable } from './catalogue-tables.ts';
import { customerOf, customersWith, keyOf } from './customer-rows.ts';
import { chunks } from './dialect.ts';
import type { OrderReader } from './order-reader.ts';
import { tell } from './outbox-news.ts';
import type { Database } from './schema.ts';
import { tellingChanges } from './told-changes.ts';

/** Makes a customer of a proven contact, and theirs the orders that nobody else has. */
export function adoptContact(
  db: Kysely<Database>,
  read: OrderReader,
  shop: Shop,
  contact: ContactPoint,
  at: Date,
): Promise<CustomerRecord> {
  return db.transaction().execute(async (tx) => {
    // of two who come with one contact nobody has yet, one makes the customer
    await holdCatalogue(tx, shop.id);
    const [known, ...others] = await customersWith(tx, shop.id, contact);
    const customer = customerOf(known ?? (await made(tx, shop.id, contact)));
    if (!known) await tell(tx, shop, customerNews(undefined, customer), at);
    // the shop came to know someone we had made a customer of before
    const ours = others.filter(({ source }) => source === 'desk').map(({ id }) => id);
    const orders = await ordersFor(tx, shop.id, contact, ours);
    await tellingChanges(tx, read, shop, { orders, customers: [] }, at, () =>
      handOver(tx, shop.id, orders, customer.id),
    );
    return customer;
  });
}

/** Orders with this contact that are nobody's, and those of customers we had made. */
async function ordersFor(
  tx: Kysely<Database>,
  shop: string,
  contact: ContactPoint,
  ours: readonly string[],
): Promise<string[]> {
  const [column, key] = keyOf(contact);
  const placed = await tx
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shop)
    .where(column, '=', key)
    .where('customer_id', 'is', null)
    .execute();
  const taken = ours.length
    ? await tx
        .selectFrom('orders')
        .select('id')
        .where('shop_id', '=', shop)
        .where('customer_id', 'in', [...ours])
        .execute()
    : [];
  return [...placed, ...taken].map(({ id }) => id);
}

async function handOver(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
  customer: string,
): Promise<void> {
  for (const some of chunks(orders.map((id) => ({ id }))))
    await tx
      .updateTable('orders')
      .set({ customer_id: customer })
      .where('shop_id', '=', shop)
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
}

async function made(
  tx: Kysely<Database>,
  shop_id: string,
  contact: ContactPoint,
): Promise<CustomersTable> {
  const [column, key] = keyOf(contact);
  const customer: CustomersTable = {
    shop_id,
    id: `desk_${crypto.randomUUID()}`,
    email: 'email' in contact ? contact.email.trim() : null,
    email_key: null,
    phone: 'phone' in contact ? contact.phone.trim() : null,
    phone_key: null,
    first_name: '',
    last_name: '',
    address: null,
    source: 'desk',
    [column]: key,
  };
  await tx.insertInto('customers').values(customer).execute();
  return customer;
}
