import type { OrderRow } from '../../src/contract/import.ts';
import { balanceOf, entriesOf } from '../../src/domain/money/ledger.ts';
import type { OrderRecord } from '../../src/domain/orders/orders.ts';
import type { Case } from '../../src/domain/policy/case.ts';
import { decideReturn } from '../../src/domain/returns/returns.ts';
import { aCase } from '../builders/cases.ts';
import { NOW } from '../replay/seed.ts';
import { requestOf, type Returns } from './returns.ts';
import { returnsPolicy } from './shop.ts';

/** Returns by the rules alone: what a store keeps between two of them is kept here. */
export function createBooks(orders: readonly OrderRow[]): Returns {
  const cases = new Map(orders.map((order) => [order.number, aCase(recordOf(order))]));
  const find = (number: string): Case => {
    const found = cases.get(number);
    if (!found) throw new Error(`There is no order ${number}`);
    return found;
  };
  return {
    async giveBack({ order: number, lines }) {
      const of = find(number);
      const change = decideReturn({
        ...{ case: of, policy: returnsPolicy, now: NOW },
        request: requestOf(lines),
        ...{ methods: [], variants: new Map() },
      });
      if ('refused' in change) return change;
      if (balanceOf(entriesOf(change)) !== 0)
        throw new Error(`${number}: the books do not balance`);
      const id = `${number}-${of.returns.length + 1}`;
      cases.set(number, {
        ...of,
        order: change.order ?? of.order,
        returns: [...of.returns, { id, state: 'settled', lines: change.return.lines }],
      });
      return { amount: change.moves.reduce((sum, { amount }) => sum + amount, 0) };
    },
    async payments({ order }) {
      return find(order).order.payments.map(({ amount }) => amount);
    },
  };
}

function recordOf(row: OrderRow): OrderRecord {
  const { id, number, customer, placedAt, status, currency, total, payments } = row;
  const { discounts, shipping, tax, taxIncluded } = row;
  return {
    ...{ id, number, placedAt, status, currency, total, discounts, shipping, tax, taxIncluded },
    ...(customer !== undefined && { customer }),
    lines: row.lines.map(({ id: line, product, variant, name, quantity, unitPrice }) => ({
      ...{ id: line, product, variant, name, quantity, unitPrice, options: [] },
    })),
    payments: payments.map(({ kind, label, amount }) => ({ kind, label, amount })),
    shipments: [],
  };
}
