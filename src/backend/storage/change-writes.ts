import type { Kysely } from 'kysely';
import type { Change, MoveRecord } from '../../domain/changes/changes.ts';
import { entriesOf, type Booked } from '../../domain/money/ledger.ts';
import type { Held, Wish } from '../ports/changes.ts';
import { isKeptHere, moveBalance } from './balances.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { writeOrder } from './changed-orders.ts';
import { ownAddress } from './customer-address.ts';
import type { ReportChange } from '../../domain/reports/reports.ts';
import type { ReturnChange } from '../../domain/returns/returns.ts';
import { writeReturn } from './return-rows.ts';
import { orderOf } from './order-rows.ts';
import type { Database } from './schema.ts';
import { moveStock } from './stock.ts';
import type { Told } from './told-receipts.ts';

/** Puts what was decided about an order into the tables. Whoever calls holds the order. */
export async function writeChange(
  tx: Kysely<Database>,
  told: Told,
  { methods }: Held,
  change: Change,
  { by, customer, request, language = null, staff }: Wish,
): Promise<ReceiptsTable> {
  const { before: rows, at } = told;
  const { shop_id, id: order_id, currency, customer_id } = rows.order;
  const { order: after, undoUntil, payBy, review } = change;
  /** What can be taken back, or waits for the shop, is kept with the order it was. */
  const canTurn = after !== undefined && (undoUntil !== undefined || payBy !== undefined || review);
  const receipt: ReceiptsTable = {
    ...{ shop_id, order_id, currency, kind: change.kind, at: at.toISOString(), done_by: by },
    id: `rcp_${crypto.randomUUID()}`,
    state: review ? 'in_review' : payBy === undefined ? 'done' : 'awaiting_payment',
    request: JSON.stringify(granted(request, change)),
    sums: JSON.stringify(change.sums),
    total: change.sums.reduce((sum, { amount }) => sum + amount, 0),
    before: canTurn ? JSON.stringify(orderOf(rows)) : null,
    after: canTurn ? JSON.stringify(after) : null,
    undo_until: undoUntil ?? null,
    pay_by: payBy ?? null,
    return_id: null,
    report: isReport(change) ? JSON.stringify(change.report) : null,
    staff: staff ? JSON.stringify({ ...staff, beyond: change.beyond ?? [] }) : null,
  };
  const giftTo = isGift(change) && customer !== customer_id ? customer : undefined;
  const owner = giftTo ?? customer_id;
  const isOurs = (move: MoveRecord) => isKeptHere(move, owner, methods);
  const { hold } = change;
  const moves = change.moves.map((move, nth) => moveRow(receipt, move, nth, isOurs(move)));
  if (hold) moves.push({ ...moveRow(receipt, hold, moves.length, false), what: 'hold' });
  await tx.insertInto('receipts').values(receipt).execute();
  if (moves.length) await tx.insertInto('money_moves').values(moves).execute();
  if (isReturn(change) && change.again === undefined)
    await writeReturn(tx, rows, receipt, change, { giftTo, language });
  // what is sent in exchange is set aside, whoever looks at the return first
  if (review && !isReturn(change)) return receipt;
  if (change.moves.every(({ now }) => now)) await writeEntries(tx, receipt, change, receipt.at);
  for (const move of moves)
    if (move.state === 'done' && owner !== null) await moveBalance(tx, owner, move);
  if (after) await writeOrder(tx, rows, after);
  await moveStock(tx, shop_id, change.stock);
  if (change.remember) await ownAddress(tx, told, change.remember);
  return receipt;
}

/** As it was asked for; an address is remembered for the order's own customer alone. */
const granted = (request: object, { remember }: Change): object =>
  'remember' in request ? { ...request, remember: remember !== undefined } : request;

const isReport = (change: Change): change is ReportChange => 'report' in change;
export const isReturn = (change: Change): change is ReturnChange => 'return' in change;
const isGift = (change: Change): boolean => isReturn(change) && change.return.gift === true;

/** Books what moves, when it moves. */
export async function writeEntries(
  tx: Kysely<Database>,
  { shop_id, order_id, id: receipt_id, currency }: ReceiptsTable,
  booked: Booked,
  at: string,
): Promise<void> {
  const entries = entriesOf(booked).map((entry) => ({
    ...{ shop_id, order_id, receipt_id, at, currency, ...entry },
    id: `led_${crypto.randomUUID()}`,
  }));
  if (entries.length) await tx.insertInto('ledger_entries').values(entries).execute();
}

/** What we keep ourselves is there at once; the rest is asked for when it can no longer be undone. */
function moveRow(
  receipt: ReceiptsTable,
  move: MoveRecord,
  nth: number,
  isOurs: boolean,
): MoneyMovesTable {
  const isNow = move.now && receipt.state !== 'in_review';
  const state = !isNow ? 'planned' : isOurs ? 'done' : 'moving';
  return {
    id: `mov_${crypto.randomUUID()}`,
    shop_id: receipt.shop_id,
    order_id: receipt.order_id,
    receipt_id: receipt.id,
    nth,
    what: move.amount > 0 ? 'refund' : 'charge',
    kind: move.kind,
    method_id: move.method ?? null,
    label: move.label,
    last_four: move.lastFour ?? null,
    reference: move.reference ?? null,
    amount: move.amount,
    currency: receipt.currency,
    days_from: move.days.from,
    days_to: move.days.to,
    state,
    due_at: state === 'moving' ? (receipt.undo_until ?? receipt.at) : null,
    attempts: 0,
    result: null,
    moved_as: null,
  };
}
