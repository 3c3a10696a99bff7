import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReceiptFacts } from '../../../src/domain/changes/receipts.ts';
import { receiptNews } from '../../../src/domain/money/settling-news.ts';
import { aPaidOrder } from '../../builders/cases.ts';

const types = (wanted: Pick<ReceiptFacts, 'kind' | 'state'>) =>
  receiptNews(aPaidOrder(), {
    ...{ id: 'r1', order: 'o1', at: '2026-01-06T10:00:00.000Z', by: 'customer' },
    ...{ sums: [], total: 0, currency: 'EUR', moves: [] },
    ...wanted,
  }).map(({ type }) => type);

describe('What of a receipt the shop’s own systems are told', () => {
  const table: [ReceiptFacts['kind'], ReceiptFacts['state'], string[]][] = [
    ['cancellation', 'done', ['order.cancelled']],
    ['cancellation', 'undone', ['order.edited']],
    ['cancellation', 'in_review', []],
    ['edit', 'awaiting_payment', ['order.edited']],
    ['edit', 'refused', []],
    ['report', 'done', ['order.problem_reported']],
    ['report', 'in_review', ['order.problem_reported']],
    ['report', 'refused', []],
    ['return', 'done', []],
  ];
  for (const [kind, state, expected] of table)
    test(`${kind}, ${state}: ${expected.join() || 'nothing'}`, () => {
      assert.deepEqual(types({ kind, state }), expected);
    });
});
