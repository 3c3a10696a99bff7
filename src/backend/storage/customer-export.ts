import { sql, type Kysely } from 'kysely';
import type { CustomerExport } from '../../contract/customer-export.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { ContactPoint } from '../ports.ts';
import { keyOf } from './customer-rows.ts';
import { chunks } from './dialect.ts';
import { classification, type Database } from './schema.ts';

type Tables = CustomerExport['tables'];
type Row = Tables[string][number];
type Table = keyof Database;
/** A row as the database has it. */
type Cells = Readonly<Record<string, unknown>>;

/** Tables by whose their rows are. */
export const exported = {
  customer_id: [
    ...(['payment_methods', 'store_credits', 'sessions', 'logins', 'uploads', 'events'] as const),
    ...(['dismissals', 'wishes', 'wishlists', 'wishlist_shares', 'wishlist_alerts'] as const),
    'conversations',
  ],
  order_id: ['order_lines', 'shipments', 'shipment_lines', 'tracking_events'],
  receipt_id: ['money_moves', 'ledger_entries'],
  conversation_id: ['messages', 'conversation_tags', 'conversation_notes'],
  // each read in its own way
  own: ['customers', 'orders', 'returns', 'receipts'],
} as const satisfies Record<string, readonly Table[]>;

/** Tables that name somebody and are not told, and why. */
export const untold = {
  session_tokens: 'a session, which is told, and a secret',
  session_keys: 'a session, which is told, and a secret',
  challenges: 'an address, for as long as its code holds',
  outbox: 'copies on their way to the shop',
  told_sendings: 'copies of shipments whose order is to come',
  carrier_news: 'copies of events whose order is to come',
  import_rows: 'copies of what is being imported',
  staff: 'of the shop’s people',
  staff_recovery_codes: 'of the shop’s people',
  staff_links: 'of the shop’s people',
  staff_sessions: 'of the shop’s people',
  staff_passkeys: 'of the shop’s people',
  staff_audit: 'of the shop’s people',
  shop_settings: 'of the shop’s people: who saved them',
  conversation_mentions: 'of the shop’s people',
  inbox_acts: 'of the shop’s people, and gone within minutes',
  row_marks: 'when the shop last told of a row',
} as const satisfies Partial<Record<Table, string>>;

/** Copies of what stands in other columns, and what JSON cannot hold. */
const left: ReadonlySet<string> = new Set(['card', 'before', 'after', 'bytes']);

/**
 * All that is kept of a customer; what somebody did with a present of theirs is not theirs to know. Of
 * others' orders with this contact, which is shown to be theirs, that it stands there.
 */
export async function exportOf(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  contact?: ContactPoint,
): Promise<Tables> {
  const rowsOf = (table: Table, column: string, ids: readonly string[]) =>
    rowsBy(db, shop, table, { column, ids });
  const orders = await rowsOf('orders', 'customer_id', [customer]);
  const own = idsOf(orders);
  const all = await rowsOf('returns', 'order_id', own);
  const secret = new Set(
    idsOf(all.filter(({ gift_to }) => ![undefined, customer].includes(gift_to))),
  );
  const gifts = await rowsOf('returns', 'gift_to', [customer]);
  const returns = [...all.filter(({ id }) => !secret.has(String(id))), ...gifts];
  const receipts = [
    ...(await rowsOf('receipts', 'order_id', own)).filter(
      ({ return_id }) => !secret.has(String(return_id)),
    ),
    ...(await rowsOf('receipts', 'return_id', idsOf(gifts))),
  ];
  const tables: Tables = {
    customers: await rowsOf('customers', 'id', [customer]),
    orders: [...orders.map(asPaid), ...(contact ? await namedIn(db, shop, customer, contact) : [])],
    ...{ returns, receipts },
  };
  for (const table of exported.customer_id)
    tables[table] = await rowsOf(table, 'customer_id', [customer]);
  for (const table of exported.order_id) tables[table] = await rowsOf(table, 'order_id', own);
  for (const table of exported.receipt_id)
    tables[table] = await rowsOf(table, 'receipt_id', idsOf(receipts));
  const talks = idsOf(tables['conversations'] ?? []);
  for (const table of exported.conversation_id)
    tables[table] = await rowsOf(table, 'conversation_id', talks);
  const { uploads = [] } = tables;
  const theirs = new Set(idsOf(uploads));
  // what the shop's people sent stands in what was said to them
  const others = await rowsOf('uploads', 'conversation_id', talks);
  tables['uploads'] = [...uploads, ...others.filter(({ id }) => !theirs.has(String(id)))];
  return tables;
}

async function namedIn(
  db: Kysely<Database>,
  shop: string,
  customer: string,
  contact: ContactPoint,
): Promise<Row[]> {
  const [column, key] = keyOf(contact);
  const others = await db
    .selectFrom('orders')
    .select(['id', 'number', 'placed_at', column === 'email_key' ? 'email' : 'phone'])
    .where('shop_id', '=', shop)
    .where(column, '=', key)
    .where('customer_id', '!=', customer)
    .execute();
  return others.map(asText);
}

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id));

/** Without what was given for a present that came back. */
const asPaid = (order: Row): Row => {
  const payments: PaymentRecord[] = JSON.parse(String(order['payments']));
  return { ...order, payments: JSON.stringify(payments.filter(({ gift }) => !gift)) };
};

async function rowsBy(
  db: Kysely<Database>,
  shop: string,
  table: Table,
  { column, ids }: { column: string; ids: readonly string[] },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(ids.map((id) => ({ id })))) {
    const list = sql.join(some.map(({ id }) => id));
    const found = await sql<Cells>`select ${columnsOf(table)} from ${sql.table(table)}
      where shop_id = ${shop} and ${sql.ref(column)} in (${list})`.execute(db);
    rows.push(...found.rows.map(asText));
  }
  return rows;
}

const asText = (row: Cells): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      value === null ? [] : [[column, String(value)]],
    ),
  );

const columnsOf = (table: Table) =>
  sql.join(
    Object.entries(classification[table])
      .filter(([column, kind]) => kind !== 'secret' && !left.has(column))
      .map(([column]) => sql.ref(column)),
  );
