import type { Kysely } from 'kysely';
import type { MethodRecord, MoveRecord } from '../../domain/changes/changes.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import { toldMethods } from './method-rows.ts';
import type { Database } from './schema.ts';

/** Store credit as one of a customer's payment methods; a currency each. */
const creditId = (currency: string): string => `store-credit-${currency.toLowerCase()}`;

/** How a customer may pay or be paid: as the shop told, and the credit the desk has given. */
export async function methodsOf(
  db: Kysely<Database>,
  shop: string,
  customer: string,
): Promise<MethodRecord[]> {
  const credits = await db
    .selectFrom('store_credits')
    .select(['currency', 'balance'])
    .where('shop_id', '=', shop)
    .where('customer_id', '=', customer)
    .orderBy('currency')
    .execute();
  return [
    ...(await toldMethods(db, shop, customer)),
    ...credits.map(({ currency, balance: amount }): MethodRecord => ({
      id: creditId(currency),
      kind: 'store_credit',
      label: 'Store credit',
      balance: { amount, currency },
    })),
  ];
}

/** Whether a move is between an order and a balance in our own tables: then it is done at once. */
export const isKeptHere = (
  { kind, method }: Pick<MoveRecord, 'kind' | 'method'>,
  customer: string | null,
  methods: readonly MethodRecord[],
): boolean =>
  customer !== null &&
  (kind === 'store_credit' ||
    (kind === 'gift_card' && methods.some(({ id, balance }) => id === method && balance)));

/** Adds to a balance, or takes from it; the decision has seen that there is enough. */
export async function moveBalance(
  tx: Kysely<Database>,
  customer_id: string,
  { shop_id, kind, method_id, amount, currency }: MoneyMovesTable,
): Promise<void> {
  if (kind === 'store_credit')
    await tx
      .insertInto('store_credits')
      .values({ shop_id, customer_id, currency, balance: amount })
      .onConflict((conflict) =>
        conflict
          .columns(['shop_id', 'customer_id', 'currency'])
          .doUpdateSet((it) => ({ balance: it('store_credits.balance', '+', amount) })),
      )
      .execute();
  else
    await tx
      .updateTable('payment_methods')
      .set((it) => ({ balance: it('balance', '+', amount) }))
      .where('shop_id', '=', shop_id)
      .where('customer_id', '=', customer_id)
      .where('id', '=', method_id)
      .execute();
}
