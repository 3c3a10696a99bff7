import type { Kysely } from 'kysely';
import type { OwnCharge } from '../../domain/money/told-charges.ts';
import type { OwnRefund } from '../../domain/money/told-refunds.ts';
import type { PaymentRecord } from '../../domain/orders/orders.ts';
import type { MoneyMovesTable } from './change-tables.ts';
import { moveOf } from './move-rows.ts';
import type { Database } from './schema.ts';

/** What was decided here about an order's money, as it is among its payments. */
export interface OwnPayments {
  refunds: OwnRefundPayment[];
  charges: OwnCharge[];
}

/** A refund, as it is among the payments once it is made. */
export type OwnRefundPayment = OwnRefund & { payment: PaymentRecord; move: MoneyMovesTable };

type Move = MoneyMovesTable & { gift_to: string | null };

/**
 * Those of these orders for which money moves or has moved, in the order in which it was decided. What
 * waits for goods or a word is not among it: no payment tells of that yet.
 */
export async function ownPayments(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<Map<string, OwnPayments>> {
  const rows: Move[] = await tx
    .selectFrom('money_moves')
    .leftJoin('receipts', (join) =>
      join
        .onRef('receipts.shop_id', '=', 'money_moves.shop_id')
        .onRef('receipts.id', '=', 'money_moves.receipt_id'),
    )
    .leftJoin('returns', (join) =>
      join
        .onRef('returns.shop_id', '=', 'receipts.shop_id')
        .onRef('returns.id', '=', 'receipts.return_id'),
    )
    .selectAll('money_moves')
    .select('returns.gift_to')
    .where('money_moves.shop_id', '=', shop)
    .where('money_moves.order_id', 'in', orders)
    .orderBy('receipts.at')
    .orderBy('money_moves.receipt_id')
    .orderBy('money_moves.nth')
    .orderBy('money_moves.id')
    .execute();
  const byOrder = groupsBy(rows, ({ order_id }) => order_id);
  return new Map([...byOrder].map(([id, moves]) => [id, ownOf(moves)]));
}

function ownOf(moves: readonly Move[]): OwnPayments {
  const charged = moves.filter(({ what }) => what === 'charge');
  const places = new Set(charged.map(placeOf));
  const refunds = moves.filter(
    ({ what, state }) =>
      (what === 'refund' || what === 'hold_refund') && state !== 'planned' && state !== 'undone',
  );
  const charges = groupsBy(
    charged.filter(({ state }) => state === 'moving' || state === 'done'),
    placeOf,
  );
  const holds = moves.filter(({ what }) => what === 'hold');
  return {
    refunds: refunds.map((move) => refundOf(move, places)),
    charges: [...[...charges.values()].map(chargeOf), ...holds.map((hold) => chargeOf([hold]))],
  };
}

function refundOf({ gift_to, ...move }: Move, charges: ReadonlySet<string>): OwnRefundPayment {
  const { days: _, amount, ...way } = moveOf(move);
  const payment = { ...way, ...(gift_to !== null && { gift: true as const }), amount: -amount };
  return {
    ...payment,
    payment,
    move,
    whole: JSON.stringify([placeOf(move), move.reference]),
    byHand: move.state === 'failed' || (move.state === 'moving' && move.due_at === null),
    // a hold, or a charge that was taken back, is given back in its own place
    isBeside: move.what === 'hold_refund' || charges.has(placeOf(move)),
    ...(move.moved_as !== null && { movedAs: move.moved_as }),
  };
}

const chargeOf = (parts: readonly MoneyMovesTable[]): OwnCharge => ({
  kind: parts[0]!.kind,
  ...(parts[0]!.method_id !== null && { method: parts[0]!.method_id }),
  amount: parts.reduce((sum, { amount }) => sum - amount, 0),
  names: parts.flatMap(({ moved_as }) => moved_as ?? []),
});

function groupsBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const placeOf = ({ receipt_id, nth }: Pick<MoneyMovesTable, 'receipt_id' | 'nth'>): string =>
  JSON.stringify([receipt_id, nth]);
