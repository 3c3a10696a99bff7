import type { OutcomeKind } from '../../src/contract/actions.ts';
import type { Address, Order } from '../../src/contract/orders.ts';
import type { Wish } from './shopper.ts';
import { changesOf, linesOf } from './lines.ts';
import type { OrderWrite, TauAddress, WriteAction } from './tasks.ts';

const cancelReasons: Record<string, string> = {
  'no longer needed': 'no_longer_needed',
  'ordered by mistake': 'ordered_by_mistake',
};

export const addressOf = (from: TauAddress): Address => ({
  lines: [from.address1, from.address2],
  city: from.city,
  region: from.state,
  postcode: from.zip,
  country: from.country,
});

export const isOfOrder = (action: WriteAction): action is OrderWrite =>
  action.name !== 'modify_user_address';

/** A change of the customer's own address. */
export const addressWish = (address: TauAddress): Wish => ({
  method: 'PATCH',
  path: '/customer',
  body: { address: addressOf(address) },
  quoted: false,
});

/** The request that asks for what the action does, of the order as it is now. */
export function wishOf(action: OrderWrite, order: Order): Wish {
  const at = (what: string, body: object): Wish => ({
    method: 'POST',
    path: `/orders/${encodeURIComponent(action.args.order_id)}/${what}`,
    ...{ body, quoted: true },
  });
  switch (action.name) {
    case 'cancel_pending_order': {
      const { reason } = action.args;
      return at('cancellation', { reason: cancelReasons[reason] ?? reason });
    }
    case 'modify_pending_order_items': {
      const { item_ids, new_item_ids, payment_method_id: payment } = action.args;
      const lines = changesOf(order.lines, item_ids, new_item_ids);
      return at('edits', { kind: 'items', lines, payment });
    }
    case 'modify_pending_order_payment':
      return at('edits', { kind: 'payment', payment: action.args.payment_method_id });
    case 'modify_pending_order_address': {
      const { name } = order.address ?? {};
      const address = { ...(name !== undefined && { name }), ...addressOf(action.args) };
      return at('edits', { kind: 'address', address });
    }
    case 'return_delivered_order_items': {
      const { item_ids, payment_method_id: refundTo } = action.args;
      const outcome = { kind: 'refund' as const };
      const lines = linesOf(order.lines, item_ids).map((line) =>
        goingBack(order.actions, line, outcome),
      );
      return at('returns', { lines, method: 'own', refundTo });
    }
    case 'exchange_delivered_order_items': {
      const { item_ids, new_item_ids, payment_method_id: payment } = action.args;
      const surplus = new_item_ids.slice(item_ids.length).map(() => '');
      const lines = [...linesOf(order.lines, item_ids), ...surplus].map((line, nth) =>
        goingBack(order.actions, line, { kind: 'exchange', variant: new_item_ids[nth] }),
      );
      return at('returns', { lines, method: 'own', payment });
    }
  }
}

/** One unit that goes back, for the first reason that opens what is wanted for it. */
function goingBack(
  actions: Order['actions'],
  line: string,
  outcome: { kind: OutcomeKind; variant?: string | undefined },
) {
  const offers = actions?.lines.find((each) => each.line === line)?.reasons ?? [];
  const offer = offers.find(({ outcomes }) => outcomes.includes(outcome.kind));
  return { line, quantity: 1, reason: offer?.reason ?? 'no_longer_needed', outcome };
}
