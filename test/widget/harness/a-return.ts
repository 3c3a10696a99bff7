import type { LineActions, ReasonOffer } from '../../../src/contract/actions.ts';
import type { Order } from '../../../src/contract/orders.ts';
import type { Return } from '../../../src/contract/returns.ts';
import { aQuote, delivered, fresh, fromNow } from './an-order.ts';

const yes = { allowed: true, until: fromNow(10) } as const;
const no = { allowed: false, reason: 'final_sale' } as const;
const NAMES: Record<string, string> = { coat: 'Field coat', knit: 'Moss knit', hat: 'Rib beanie' };

/** Delivered; what has reasons may go back, what has none was sold as final. */
export function backable(
  lines: Record<string, { reasons?: ReasonOffer[]; quantity?: number }> = {
    coat: { reasons: [{ reason: 'other', outcomes: ['refund', 'store_credit', 'exchange'] }] },
  },
): Order {
  const order = delivered('4051');
  const [coat] = order.lines;
  const { actions } = fresh();
  if (!coat || !actions) throw new Error('an order has a line and actions');
  const can = Object.entries(lines).map(([line, { reasons = [], quantity = 1 }]): LineActions => {
    const verdict = reasons.length ? yes : no;
    const back = { return: verdict, exchange: verdict, returnable: reasons.length ? quantity : 0 };
    return { line, cancel: no, edit: no, changes: [], ...back, reasons };
  });
  return {
    ...order,
    lines: Object.entries(lines).map(([id, { quantity = 1 }]) => ({
      ...{ ...coat, id, product: id, variant: `${id}-m`, name: NAMES[id] ?? id, quantity },
    })),
    actions: { ...actions, return: yes, exchange: yes, freeReturn: true, lines: can },
  };
}

/** Asked for, and ready to be handed in. */
export const aReturn = (given: Partial<Return> = {}): Return => {
  const { sums, total, moves } = aQuote();
  return {
    ...{ id: 'return-1', order: 'order-4051', number: '4051-1', state: 'label_sent' },
    createdAt: fromNow(0),
    expiresAt: fromNow(14),
    lines: [{ line: 'coat', quantity: 1, reason: 'too_small', outcome: 'refund' }],
    method: 'drop_off',
    ...{ sums, total },
    moves: moves.map((move) => ({ ...move, state: 'planned' })),
    code: 'SBX:RETURN:ALDER:SBX123456789',
    codePicture: { size: 9, path: 'M4 4h1v1h-1z' },
    dropOff: 'Show the code at any counter.',
    cancelable: true,
    events: [
      { state: 'label_sent', at: fromNow(0) },
      { state: 'approved', at: fromNow(0) },
    ],
    ...given,
  };
};
