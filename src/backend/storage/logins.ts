import type { Kysely } from 'kysely';
import { customerNews } from '../../domain/news/webhook-events.ts';
import type { CustomerRecord, Login, Shop } from '../ports.ts';
import { holdCatalogue } from './catalogue-lock.ts';
import type { CustomersTable } from './catalogue-tables.ts';
import { customerOf } from './customer-rows.ts';
import { tell } from './outbox-news.ts';
import type { Database } from './schema.ts';

/**
 * The customer behind a login. Two logins that tell one e-mail stay two customers: whoever runs
 * the other one could have written anybody's there.
 */
export function adoptLogin(
  db: Kysely<Database>,
  shop: Shop,
  login: Login,
  at: Date,
): Promise<CustomerRecord> {
  return db.transaction().execute(async (tx) => {
    await holdCatalogue(tx, shop.id);
    const id = await customerIdOf(tx, shop.id, login);
    const known = await customerBy(tx, shop.id, id);
    if (known && !isOfLogin(known)) return customerOf(known);
    const told = {
      email: login.email ?? null,
      phone: login.phone ?? null,
      first_name: login.firstName,
      last_name: login.lastName,
    };
    // no keys: a code sent to this address opens another account
    const row: CustomersTable = {
      ...{ shop_id: shop.id, id, ...told },
      ...{ email_key: null, phone_key: null, address: known?.address ?? null, source: 'desk' },
    };
    await tx
      .insertInto('customers')
      .values(row)
      .onConflict((conflict) => conflict.columns(['shop_id', 'id']).doUpdateSet(told))
      .execute();
    const customer = customerOf(row);
    await tell(tx, shop, customerNews(known && customerOf(known), customer), at);
    return customer;
  });
}

/** The shop's own word of a customer, or an address that a code has shown, is better than a token's. */
const isOfLogin = ({ source, email_key, phone_key }: CustomersTable): boolean =>
  source === 'desk' && email_key === null && phone_key === null;

/** The shop's own subjects are its customers' ids; another's get ids of ours. */
async function customerIdOf(
  tx: Kysely<Database>,
  shop: string,
  { issuer, subject }: Login,
): Promise<string> {
  if (issuer === undefined) return subject;
  await tx
    .insertInto('logins')
    .values({ shop_id: shop, issuer, subject, customer_id: `desk_${crypto.randomUUID()}` })
    .onConflict((conflict) => conflict.columns(['shop_id', 'issuer', 'subject']).doNothing())
    .execute();
  const { customer_id } = await tx
    .selectFrom('logins')
    .select('customer_id')
    .where('shop_id', '=', shop)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  return customer_id;
}

const customerBy = (tx: Kysely<Database>, shop: string, id: string) =>
  tx
    .selectFrom('customers')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .executeTakeFirst();
