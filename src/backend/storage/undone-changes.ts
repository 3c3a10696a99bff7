import type { Kysely } from 'kysely';
import type { OrderRecord } from '../../domain/orders.ts';
import { moveBalance } from './balances.ts';
import { writeOrder } from './changed-orders.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';
import { moveStock } from './stock.ts';

/**
 * Takes a receipt back: the order is as it was before, balances and stock too, and money that was to
 * move stays. Only while its time runs, and only where nothing else has happened to the order since.
 */
export async function undoReceipt(
  tx: Kysely<Database>,
  rows: OrderRows,
  id: string,
  at: Date,
  why: 'asked' | 'unpaid' = 'asked',
): Promise<{ refused: 'undo_over' } | undefined> {
  const { shop_id, customer_id } = rows.order;
  const receipt = await tx
    .selectFrom('receipts')
    .selectAll()
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { before, after, undo_until, state } = receipt;
  const isOpen =
    why === 'unpaid'
      ? state === 'awaiting_payment'
      : state === 'done' && undo_until !== null && at.toISOString() <= undo_until;
  if (!isOpen || before === null || after === null) return { refused: 'undo_over' };
  const [was, became] = [before, after].map((text): OrderRecord => JSON.parse(text)) as [
    OrderRecord,
    OrderRecord,
  ];
  if (!isSame(orderOf(rows), became)) return { refused: 'undo_over' };

  await writeOrder(tx, rows, was);
  for (const move of await takeBackMoves(tx, shop_id, id))
    if (move.state === 'done' && customer_id !== null)
      await moveBalance(tx, customer_id, { ...move, amount: -move.amount });
  await moveStock(tx, shop_id, stockBack(was, became));
  await takeBackEntries(tx, shop_id, id, at);
  await tx
    .updateTable('receipts')
    .set({ state: 'undone', before: null, after: null, undo_until: null, pay_by: null })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
  return undefined;
}

/** The moves of a receipt as they were; none of them is made any more. */
async function takeBackMoves(tx: Kysely<Database>, shop: string, receipt: string) {
  const moves = await tx
    .selectFrom('money_moves')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('receipt_id', '=', receipt)
    .execute();
  await tx
    .updateTable('money_moves')
    .set({ state: 'undone', due_at: null })
    .where('shop_id', '=', shop)
    .where('receipt_id', '=', receipt)
    .execute();
  return moves;
}

/** A ledger forgets nothing: what is taken back is booked the other way round. */
async function takeBackEntries(tx: Kysely<Database>, shop: string, receipt: string, at: Date) {
  const entries = await tx
    .selectFrom('ledger_entries')
    .selectAll()
    .where('shop_id', '=', shop)
    .where('receipt_id', '=', receipt)
    .execute();
  if (entries.length === 0) return;
  await tx
    .insertInto('ledger_entries')
    .values(
      entries.map((entry) => ({
        ...entry,
        id: `led_${crypto.randomUUID()}`,
        at: at.toISOString(),
        amount: -entry.amount,
      })),
    )
    .execute();
}

/** Units per variant: what the order has again is off the shelf again. */
function stockBack(was: OrderRecord, became: OrderRecord) {
  const units = new Map<string, number>();
  const count = ({ lines, status }: OrderRecord, sign: number) => {
    if (status === 'cancelled') return;
    for (const { variant, quantity } of lines)
      units.set(variant, (units.get(variant) ?? 0) + sign * quantity);
  };
  count(became, 1);
  count(was, -1);
  return [...units].map(([variant, by]) => ({ variant, by })).filter(({ by }) => by !== 0);
}

/** What a decision touches; parcels may have had news meanwhile. */
const isSame = (one: OrderRecord, other: OrderRecord): boolean =>
  JSON.stringify({ ...one, shipments: [] }) === JSON.stringify({ ...other, shipments: [] });
