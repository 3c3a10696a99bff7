import type { Kysely } from 'kysely';
import type { Refused } from '../../domain/changes/changes.ts';
import type { ReturnTurn } from '../../domain/money/settling-news.ts';
import { isDue, step } from '../../domain/returns/life.ts';
import { sentIn } from '../../domain/returns/promised.ts';
import type { ChangeStore } from '../ports/changes.ts';
import { movesOf, receiptRow, returnRow } from './change-rows.ts';
import type { ReceiptsTable, ReturnsTable } from './change-tables.ts';
import { addTaken, endHold } from './holds.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import { dropPlanned, movePlanned } from './planned-moves.ts';
import { labelDue, returnOf } from './return-rows.ts';
import type { Database } from './schema.ts';
import { keepPromise } from './sold-out.ts';
import { moveStock } from './stock.ts';
import type { Told } from './told-receipts.ts';

type Moment = Parameters<ChangeStore['moveReturn']>[3];

/**
 * Moves a return on, and tells which turns it has taken. Whoever calls holds its order. Money that
 * waited for this moves now, or never; it waits on where what it is exchanged for is sold out. What
 * was set aside goes back to the shelf with a return that ends otherwise, unless it was sent and what
 * is held for it is taken.
 */
export async function moveReturn(
  tx: Kysely<Database>,
  rows: OrderRows,
  row: ReturnsTable,
  to: ReturnsTable['state'],
  { at, by, policy, why }: Moment,
): Promise<ReturnTurn[] | Refused> {
  const taken = step(row.state, to, { by, policy });
  if ('refused' in taken) return taken;
  if (row.choose_by !== null && to === 'settled') return { refused: 'return_moved_on' };
  const now = at.toISOString();
  await tx
    .updateTable('returns')
    .set({
      state: taken.state,
      events: JSON.stringify([...JSON.parse(row.events), { state: taken.state, at: now }]),
      ...(why !== undefined && { refused_why: why }),
      label_due_at: labelDue({ state: taken.state, method: returnOf(row).method }, now),
      ...(taken.releases && { choose_by: null }),
    })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .execute();
  const receipt = (await receiptRow(tx, row.shop_id, row.receipt_id))!;
  // who says it is settled has found what is to be sent
  const isKept =
    !taken.settles || to === 'settled' || (await keepPromise(tx, rows, row, { at, policy }));
  if (taken.settles && isKept) await movePlanned(tx, rows, receipt, now);
  if (to === 'received' || to === 'settled') await endHold(tx, receipt, 'release', now);
  if (to === 'settled') await movedByHand(tx, receipt);
  if (taken.releases) {
    const how = to === 'cancelled' ? 'release' : 'capture';
    const isHeld = await endHold(tx, receipt, how, now);
    await addTaken(tx, rows, receipt);
    await dropPlanned(tx, receipt);
    if (!isHeld || how === 'release') await shelve(tx, rows, row);
  }
  const state = taken.releases ? (to === 'refused' ? 'refused' : 'undone') : 'done';
  if (receipt.state !== state && (taken.releases || row.state === 'requested'))
    await tx
      .updateTable('receipts')
      .set({ state })
      .where('shop_id', '=', row.shop_id)
      .where('id', '=', receipt.id)
      .execute();
  const told = { shop: { id: row.shop_id, policy }, before: rows, at };
  if (!isKept) return [to, 'sold_out'];
  return [to, ...(await closeReturn(tx, told, row.id))];
}

/** A return that has arrived, and whose money has all moved, is done. */
export async function closeReturn(
  tx: Kysely<Database>,
  { shop, before, at }: Pick<Told, 'before' | 'at'> & { shop: Pick<Told['shop'], 'id' | 'policy'> },
  id: string,
): Promise<ReturnTurn[]> {
  const { policy } = shop;
  const row = await returnRow(tx, shop.id, id);
  if (!policy || !row || row.choose_by !== null) return [];
  if (row.state !== 'received' && row.state !== 'inspected') return [];
  const moves = await movesOf(tx, shop.id, row.receipt_id);
  const isOpen = moves.some(
    ({ what, state }) => (what === 'refund' || what === 'charge') && openStates.has(state),
  );
  if (isOpen || !isDue(row.state, policy)) return [];
  const states = await moveReturn(tx, before, row, 'settled', { at, by: 'system', policy });
  return 'refused' in states ? [] : states;
}
const openStates: ReadonlySet<string> = new Set(['planned', 'moving']);

/** Who says it is settled has moved what nobody here could. */
const movedByHand = (tx: Kysely<Database>, { shop_id, id }: ReceiptsTable) =>
  tx
    .updateTable('money_moves')
    .set({ state: 'done' })
    .where('shop_id', '=', shop_id)
    .where('receipt_id', '=', id)
    .where('state', '=', 'moving')
    .where('due_at', 'is', null)
    .execute();

async function shelve(tx: Kysely<Database>, rows: OrderRows, row: ReturnsTable): Promise<void> {
  const order = orderOf(rows);
  const stock = returnOf(row).lines.flatMap((line) => {
    const sent = line.soldOut ? undefined : sentIn(line, order);
    return sent === undefined ? [] : { variant: sent, by: line.quantity };
  });
  await moveStock(tx, row.shop_id, stock);
}
