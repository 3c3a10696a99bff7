import type { Kysely } from 'kysely';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { movesOf } from './change-rows.ts';
import type { Database } from './schema.ts';

/**
 * Takes what is held for an instant exchange, or lets it go; once. What was taken ahead, so that it
 * would not run out, is given back then. Answers whether there is anything held.
 */
export async function endHold(
  tx: Kysely<Database>,
  { shop_id, id }: Pick<ReceiptsTable, 'shop_id' | 'id'>,
  what: 'capture' | 'release',
  due: string,
): Promise<boolean> {
  const moves = await movesOf(tx, shop_id, id);
  const hold = moves.find((move) => move.what === 'hold');
  if (!hold || hold.state === 'failed' || hold.state === 'undone') return false;
  const taken = moves.find((move) => move.what === 'capture' && move.state !== 'undone');
  const isOver = moves.some((move) => move.what === 'release' || move.what === 'hold_refund');
  const next = (kind: MoneyMovesTable['what'], amount = hold.amount): MoneyMovesTable => ({
    ...hold,
    ...{ id: `mov_${crypto.randomUUID()}`, nth: hold.nth + 1, what: kind, amount },
    ...{ state: 'moving', due_at: due, attempts: 0, result: null, moved_as: null },
  });
  if (isOver || (taken && (what === 'capture' || taken.state === 'failed'))) return true;
  if (!taken) await insert(tx, next(what));
  else if (taken.attempts > 0) await insert(tx, next('hold_refund', -taken.amount));
  else {
    await tx
      .updateTable('money_moves')
      .set({ state: 'undone', due_at: null })
      .where('shop_id', '=', shop_id)
      .where('id', '=', taken.id)
      .execute();
    await insert(tx, next('release'));
  }
  return true;
}

const insert = (tx: Kysely<Database>, move: MoneyMovesTable) =>
  tx.insertInto('money_moves').values(move).execute();
