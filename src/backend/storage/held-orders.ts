import type { Kysely } from 'kysely';
import type { EditRequest } from '../../contract/edits.ts';
import type { MoveRecord } from '../../domain/changes/changes.ts';
import type { Case, ProductFacts, ReportFacts, ReturnFacts } from '../../domain/policy/case.ts';
import type { Beside, Held } from '../ports/changes.ts';
import { methodsOf } from './balances.ts';
import { chunks } from './dialect.ts';
import { moveOf } from './move-rows.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import type { ReturnBody } from './return-rows.ts';
import type { Database } from './schema.ts';
import { variantsOf } from './variant-rows.ts';
import { waitingOf } from './waiting-returns.ts';
import { unusedUploads } from './used-uploads.ts';

/** States in which a return speaks of its units no more. */
const ended = ['refused', 'cancelled', 'expired'] as const;

/** All that a decision about an order has to know, read by one connection. */
export async function heldOf(
  db: Kysely<Database>,
  rows: OrderRows,
  { variants, uploads, again }: Beside = {},
): Promise<Held> {
  const { shop_id, customer_id } = rows.order;
  const own = rows.lines.map(({ variant_id }) => variant_id);
  const waiting = again === undefined ? undefined : await waitingOf(db, shop_id, again);
  return {
    case: await caseOf(db, rows, waiting),
    methods: customer_id === null ? [] : await methodsOf(db, shop_id, customer_id),
    variants: await variantsOf(db, shop_id, variants ? [...own, ...variants] : []),
    uploads: uploads ? await unusedUploads(db, shop_id, uploads) : new Set(),
    isOwn: true,
    ...(waiting && { waiting }),
  };
}

/** All that is known of an order, without a return that is decided once more. */
export async function caseOf(
  db: Kysely<Database>,
  rows: OrderRows,
  without?: { id: string; receipt: string },
): Promise<Case> {
  const { shop_id, id } = rows.order;
  return {
    order: orderOf(rows),
    products: await productsOf(
      db,
      shop_id,
      rows.lines.map(({ product_id }) => product_id),
    ),
    ...(await editsOf(db, shop_id, id)),
    planned: await movesIn(db, shop_id, id, 'planned', without?.receipt),
    charging: (await movesIn(db, shop_id, id, 'moving')).filter(({ amount }) => amount < 0),
    // the shop's config tells them
    shippingMethods: [],
    returns: (await returnsOf(db, shop_id, id)).filter((each) => each.id !== without?.id),
    reports: await reportsOf(db, shop_id, id),
  };
}

async function productsOf(
  db: Kysely<Database>,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, ProductFacts>> {
  const facts = new Map<string, ProductFacts>();
  for (const some of chunks([...new Set(ids)].map((id) => ({ id }))))
    for (const { id, category, tags } of await db
      .selectFrom('products')
      .select(['id', 'category', 'tags'])
      .where('shop_id', '=', shop)
      .where(
        'id',
        'in',
        some.map((each) => each.id),
      )
      .execute())
      facts.set(id, { ...(category !== null && { category }), tags: JSON.parse(tags) });
  return facts;
}

async function editsOf(
  db: Kysely<Database>,
  shop: string,
  order: string,
): Promise<Pick<Case, 'edits' | 'paymentEdits'>> {
  const edits = await db
    .selectFrom('receipts')
    .select('request')
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    .where('kind', '=', 'edit')
    .where('state', 'in', ['done', 'in_review', 'awaiting_payment'])
    .execute();
  const kinds = edits.map(({ request }): EditRequest['kind'] => JSON.parse(request).kind);
  const count = (wanted: EditRequest['kind']) => kinds.filter((kind) => kind === wanted).length;
  return { edits: count('items'), paymentEdits: count('payment') };
}

async function returnsOf(
  db: Kysely<Database>,
  shop: string,
  order: string,
): Promise<ReturnFacts[]> {
  const found = await db
    .selectFrom('returns')
    .select(['id', 'state', 'body', 'gift_to'])
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    .where('state', 'not in', ended)
    .orderBy('created_at')
    .execute();
  return found.map(({ id, state, body, gift_to }) => {
    const { lines }: ReturnBody = JSON.parse(body);
    return { id, state, lines, ...(gift_to !== null && { giftTo: gift_to }) };
  });
}

async function reportsOf(
  db: Kysely<Database>,
  shop: string,
  order: string,
): Promise<ReportFacts[]> {
  const found = await db
    .selectFrom('receipts')
    .select('report')
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    .where('report', 'is not', null)
    .where('state', 'in', ['done', 'in_review'])
    .orderBy('at')
    .execute();
  return found.flatMap(({ report }): ReportFacts[] => (report === null ? [] : JSON.parse(report)));
}

/** What the shopper gets or owes, and has not got or paid. */
async function movesIn(
  db: Kysely<Database>,
  shop: string,
  order: string,
  state: 'planned' | 'moving',
  without?: string,
): Promise<MoveRecord[]> {
  const rows = await db
    .selectFrom('money_moves')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('order_id', '=', order)
    .where('state', '=', state)
    .where('what', 'in', ['refund', 'charge'])
    .orderBy('id')
    .execute();
  return rows
    .filter(({ receipt_id }) => receipt_id !== without)
    .map((row) => ({ ...moveOf(row), now: false }));
}
