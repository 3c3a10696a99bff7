import type { Kysely } from 'kysely';
import { emailKey, phoneKey } from '../../domain/identity/lookup-keys.ts';
import type { ContactPoint, CustomerRecord } from '../ports.ts';
import type { CustomersTable } from './catalogue-tables.ts';
import type { Database } from './schema.ts';

/** The column a contact is looked up by, and what to look for. */
export const keyOf = (contact: ContactPoint): ['email_key' | 'phone_key', string] =>
  'email' in contact
    ? ['email_key', emailKey(contact.email)]
    : ['phone_key', phoneKey(contact.phone)];

export const customerOf = (row: CustomersTable): CustomerRecord => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  ...(row.email !== null && { email: row.email }),
  ...(row.phone !== null && { phone: row.phone }),
  ...(row.address !== null && { address: JSON.parse(row.address) }),
});

/** Everyone with this contact, the one who speaks for it first: the shop's own before one we made. */
export const customersWith = (
  db: Kysely<Database>,
  shop: string,
  contact: ContactPoint,
): Promise<CustomersTable[]> => {
  const [column, key] = keyOf(contact);
  return db
    .selectFrom('customers')
    .selectAll()
    .where('shop_id', '=', shop)
    .where(column, '=', key)
    .orderBy('source', 'desc')
    .orderBy('id')
    .execute();
};

/** The contact as it is stored; both tables are read whatever the first one says. */
export async function knownContact(
  db: Kysely<Database>,
  shop: string,
  contact: ContactPoint,
): Promise<ContactPoint | undefined> {
  const [column, key] = keyOf(contact);
  const [customer] = await customersWith(db, shop, contact);
  const order = await db
    .selectFrom('orders')
    .select(['email', 'phone'])
    .where('shop_id', '=', shop)
    .where(column, '=', key)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const { email, phone } = customer ?? order ?? { email: null, phone: null };
  if ('email' in contact) return email === null ? undefined : { email };
  return phone === null ? undefined : { phone };
}
