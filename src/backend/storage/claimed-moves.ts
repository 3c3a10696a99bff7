import type { Kysely } from 'kysely';
import type { ClaimedMove } from '../ports/money.ts';
import type { MoneyMovesTable, ReceiptsTable } from './change-tables.ts';
import { chunks, forUpdateSkipLocked } from './dialect.ts';
import type { Database } from './schema.ts';

/** Moves that are due; what somebody else is about to take is left to them. */
export const claimableMoves = (db: Kysely<Database>, now: string, most: number) =>
  forUpdateSkipLocked(
    db,
    db
      .selectFrom('money_moves')
      .select('money_moves.id')
      .where('money_moves.due_at', '<=', now)
      .where('money_moves.state', '=', 'moving')
      .where((it) =>
        it.or([
          it('money_moves.what', '!=', 'refund'),
          it.not(
            it.exists(
              it
                .selectFrom('receipts')
                .select('receipts.id')
                .whereRef('receipts.shop_id', '=', 'money_moves.shop_id')
                .whereRef('receipts.id', '=', 'money_moves.receipt_id')
                .where('receipts.state', '=', 'awaiting_payment'),
            ),
          ),
        ]),
      )
      // what gives back a charge that is under way waits for its end, and its name
      .where((it) =>
        it.or([
          it('money_moves.what', '!=', 'refund'),
          it('money_moves.reference', 'is not', null),
          it.not(
            it.exists(
              it
                .selectFrom('money_moves as charges')
                .select('charges.id')
                .whereRef('charges.shop_id', '=', 'money_moves.shop_id')
                .whereRef('charges.order_id', '=', 'money_moves.order_id')
                .whereRef('charges.kind', '=', 'money_moves.kind')
                .whereRef('charges.method_id', '=', 'money_moves.method_id')
                .where('charges.what', '=', 'charge')
                .where('charges.state', '=', 'moving'),
            ),
          ),
        ]),
      )
      .orderBy('money_moves.due_at')
      .orderBy('money_moves.nth')
      .limit(most),
  );

/** Rows that were just taken, with what their asking depends on. */
export async function claimedOf(
  db: Kysely<Database>,
  rows: readonly MoneyMovesTable[],
): Promise<ClaimedMove[]> {
  const claimed: ClaimedMove[] = [];
  for (const some of chunks(rows)) {
    const ids = [...new Set(some.map(({ receipt_id }) => receipt_id))];
    const receipts = await db
      .selectFrom('receipts')
      .select(['id', 'at', 'pay_by'])
      .where('id', 'in', ids)
      .execute();
    const holds = await db
      .selectFrom('money_moves')
      .select(['receipt_id', 'state', 'moved_as'])
      .where('receipt_id', 'in', ids)
      .where('what', '=', 'hold')
      .execute();
    const receiptOf = new Map(receipts.map((receipt) => [receipt.id, receipt]));
    const holdOf = new Map(holds.map(({ receipt_id, ...hold }) => [receipt_id, hold]));
    for (const row of some) {
      const hold = endsHold.has(row.what) ? holdOf.get(row.receipt_id) : undefined;
      claimed.push(claimedMove(row, receiptOf.get(row.receipt_id), hold));
    }
  }
  return claimed;
}

const endsHold: ReadonlySet<string> = new Set(['capture', 'release', 'hold_refund']);

const claimedMove = (
  row: MoneyMovesTable,
  receipt: Pick<ReceiptsTable, 'at' | 'pay_by'> | undefined,
  hold: Pick<MoneyMovesTable, 'state' | 'moved_as'> | undefined,
): ClaimedMove => ({
  id: row.id,
  shop: row.shop_id,
  receipt: row.receipt_id,
  what: row.what,
  kind: row.kind,
  ...(row.method_id !== null && { method: row.method_id }),
  ...(row.reference !== null && { reference: row.reference }),
  ...(row.moved_as !== null && { movedAs: row.moved_as }),
  ...(hold && {
    hold: {
      state: hold.state === 'moving' || hold.state === 'done' ? hold.state : 'failed',
      ...(hold.moved_as !== null && { movedAs: hold.moved_as }),
    },
  }),
  amount: Math.abs(row.amount),
  currency: row.currency,
  attempts: row.attempts,
  ...(receipt && { decidedAt: receipt.at }),
  ...(receipt?.pay_by != null && { payBy: receipt.pay_by }),
});
