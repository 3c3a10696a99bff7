import type { Kysely } from 'kysely';
import type { EditRequest } from '../../contract/edits.ts';
import type { OrderRow } from '../../contract/import.ts';
import type { OrderReader } from './order-reader.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';

/** What of an order a decision may be about; how it is paid stays by a rule of its own. */
type Part = 'goods' | 'address' | 'contact';

const partOf: Record<EditRequest['kind'], Part | undefined> = {
  items: 'goods',
  shipping: 'goods',
  address: 'address',
  contact: 'contact',
  payment: undefined,
};

/**
 * Orders as they are told, where something was decided here after they became so: that stays as it was
 * decided, and all else is taken. A row that does not say when it became so is taken as it is.
 */
export async function withLaterDecisions(
  tx: Kysely<Database>,
  read: OrderReader,
  shop: string,
  rows: readonly OrderRow[],
): Promise<OrderRow[]> {
  const dated = rows.flatMap(({ id, updatedAt }) => (updatedAt === undefined ? [] : id));
  const decisions = dated.length === 0 ? [] : await decisionsOn(tx, shop, dated);
  if (decisions.length === 0) return [...rows];
  const told: OrderRow[] = [];
  for (const row of rows) {
    const later = decisions.filter(
      ({ order, at }) => order === row.id && row.updatedAt !== undefined && at > row.updatedAt,
    );
    const known = later.length === 0 ? undefined : await read(shop, row.id, tx);
    told.push(known ? asDecided(row, known, new Set(later.map(({ part }) => part))) : row);
  }
  return told;
}

/** What waited for the shop's word was decided when its money was booked. */
async function decisionsOn(tx: Kysely<Database>, shop: string, orders: readonly string[]) {
  const receipts = await tx
    .selectFrom('receipts')
    .select(['order_id', 'kind', 'at', 'request'])
    .select((it) =>
      it
        .selectFrom('ledger_entries')
        .select((each) => each.fn.min('ledger_entries.at').as('at'))
        .whereRef('ledger_entries.shop_id', '=', 'receipts.shop_id')
        .whereRef('ledger_entries.order_id', '=', 'receipts.order_id')
        .whereRef('ledger_entries.receipt_id', '=', 'receipts.id')
        .as('booked_at'),
    )
    .where('shop_id', '=', shop)
    .where('order_id', 'in', orders)
    .where('kind', 'in', ['cancellation', 'edit'])
    .where('state', 'in', ['done', 'awaiting_payment'])
    .execute();
  return receipts.map(({ order_id: order, kind, at, booked_at, request }) => {
    const part =
      kind === 'edit' ? partOf[(JSON.parse(request) as EditRequest).kind] : ('goods' as const);
    return { order, at: booked_at ?? at, part };
  });
}

function asDecided(
  row: OrderRow,
  known: OrderRows,
  parts: ReadonlySet<Part | undefined>,
): OrderRow {
  const { address } = orderOf(known);
  const { email, phone } = known.order;
  const isOf = (part: Part) => parts.has(part);
  return {
    ...row,
    ...(isOf('goods') && goodsOf(known)),
    ...(isOf('address') && address && { address }),
    ...(isOf('contact') && email !== null && { email }),
    ...(isOf('contact') && phone !== null && { phone }),
  };
}

/** What was ordered and what it comes to, and that nothing of it is wanted any more. */
function goodsOf(known: OrderRows): Partial<OrderRow> {
  const { lines, currency, discounts, shipping, shippingMethod, tax, taxIncluded, total } =
    orderOf(known);
  return {
    ...(known.order.told_status === 'cancelled' && { status: 'cancelled' as const }),
    lines: lines.map(({ options, ...line }) => ({
      ...line,
      options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
    })),
    ...{ currency, discounts, shipping, tax, taxIncluded, total },
    ...(shippingMethod !== undefined && { shippingMethod }),
  };
}
