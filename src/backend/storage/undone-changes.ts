import type { Kysely } from 'kysely';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { MethodRecord } from '../../domain/changes/changes.ts';
import { isKeptHere, methodsOf, moveBalance } from './balances.ts';
import { movesOf } from './change-rows.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import { writeOrder } from './changed-orders.ts';
import { moveOf, refundOf } from './move-rows.ts';
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
      : (state === 'done' || state === 'awaiting_payment') &&
        undo_until !== null &&
        at.toISOString() <= undo_until;
  if (!isOpen || before === null || after === null) return { refused: 'undo_over' };
  const [was, became] = [before, after].map((text): OrderRecord => JSON.parse(text)) as [
    OrderRecord,
    OrderRecord,
  ];
  if (!isSame(orderOf(rows), became)) return { refused: 'undo_over' };
  const moves = await movesOf(tx, shop_id, id);
  // what was asked of a provider cannot be unsaid
  if (why === 'asked' && moves.some(({ attempts }) => attempts > 0))
    return { refused: 'undo_over' };
  const methods = customer_id === null ? [] : await methodsOf(tx, shop_id, customer_id);
  const ours = moves.filter(
    (move) => move.state === 'done' && isKeptHere(moveOf(move), customer_id, methods),
  );
  if (!isLeft(methods, ours)) return { refused: 'undo_over' };

  await writeOrder(tx, rows, was);
  await takeBackMoves(tx, moves, ours, at);
  for (const move of ours) await moveBalance(tx, customer_id!, { ...move, amount: -move.amount });
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

/** Of what was put on a balance all is still there. */
const isLeft = (methods: readonly MethodRecord[], given: readonly MoneyMovesTable[]): boolean =>
  methods.every(({ id, kind, balance }) => {
    const back = given
      .filter((move) => (kind === 'store_credit' ? move.kind === kind : move.method_id === id))
      .filter(({ currency }) => currency === balance?.currency)
      .reduce((sum, { amount }) => sum + amount, 0);
    return !balance || back <= balance.amount;
  });

/** None of them is made any more; what was paid in part is given back. */
async function takeBackMoves(
  tx: Kysely<Database>,
  moves: readonly MoneyMovesTable[],
  ours: readonly MoneyMovesTable[],
  at: Date,
): Promise<void> {
  for (const move of moves) {
    if (move.state === 'done' && !ours.includes(move))
      await tx.insertInto('money_moves').values(refundOf(move, at.toISOString())).execute();
    else if (move.state !== 'failed')
      await tx
        .updateTable('money_moves')
        .set({ state: 'undone', due_at: null })
        .where('shop_id', '=', move.shop_id)
        .where('id', '=', move.id)
        .execute();
  }
}

/** A ledger forgets nothing: what is taken back is booked the other way round. */
export async function takeBackEntries(
  tx: Kysely<Database>,
  shop: string,
  receipt: string,
  at: Date,
): Promise<void> {
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
export function stockBack(was: OrderRecord, became: OrderRecord) {
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
export const isSame = (one: OrderRecord, other: OrderRecord): boolean =>
  JSON.stringify({ ...one, shipments: [] }) === JSON.stringify({ ...other, shipments: [] });
