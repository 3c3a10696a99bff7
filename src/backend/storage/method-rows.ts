import type { Kysely } from 'kysely';
import type { CustomerRow } from '../../contract/import.ts';
import type { MethodRecord } from '../../domain/changes/changes.ts';
import type { PaymentMethodsTable } from './catalogue-tables.ts';
import type { Database } from './schema.ts';

/** A customer's payment methods as table rows. */
export const methodRows = (
  shop_id: string,
  { id: customer_id, paymentMethods = [] }: CustomerRow,
): PaymentMethodsTable[] =>
  paymentMethods.map(({ id, kind, label, lastFour, balance }, position) => ({
    ...{ shop_id, customer_id, id, position, kind, label },
    last_four: lastFour ?? null,
    balance: balance?.amount ?? null,
    currency: balance?.currency ?? null,
  }));

/** As the shop told them, in its order. */
export async function toldMethods(
  db: Kysely<Database>,
  shop: string,
  customer: string,
): Promise<MethodRecord[]> {
  const rows = await db
    .selectFrom('payment_methods')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('customer_id', '=', customer)
    .orderBy('position')
    .execute();
  return rows.map(methodOf);
}

const methodOf = (row: PaymentMethodsTable): MethodRecord => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  ...(row.last_four !== null && { lastFour: row.last_four }),
  ...(row.balance !== null &&
    row.currency !== null && { balance: { amount: row.balance, currency: row.currency } }),
});
