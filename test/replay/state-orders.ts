import type { Line, Order, Payment } from '../../src/contract/orders.ts';
import type { Return } from '../../src/contract/returns.ts';
import { stateAddressOf } from './state-users.ts';
import type { StateOrder } from './tasks.ts';

const cancelWords: Record<string, string> = {
  no_longer_needed: 'no longer needed',
  ordered_by_mistake: 'ordered by mistake',
};
const over = ['refused', 'cancelled', 'expired'];

/** An order as the original shop writes it down. */
export function stateOrderOf(
  order: Order,
  returns: readonly Return[],
  user_id: string,
): StateOrder {
  const [back] = returns.filter(({ state }) => !over.includes(state));
  const reason = order.receipts?.find(({ kind }) => kind === 'cancellation')?.reason;
  return {
    ...{ order_id: order.number, user_id, status: statusOf(order, back) },
    address: stateAddressOf(order.address),
    items: order.lines.flatMap(itemsOf),
    fulfillments: fulfillmentsOf(order),
    payment_history: order.payments.map(entryOf),
    ...(reason !== undefined && { cancel_reason: cancelWords[reason] ?? reason }),
    ...(back && goingBack(order, back)),
  };
}

function statusOf({ progress, actions }: Order, back: Return | undefined): string {
  switch (progress.status) {
    case 'placed': {
      const items = actions?.editItems;
      const isModified = items?.allowed === false && items.reason === 'already_edited';
      return isModified ? 'pending (item modified)' : 'pending';
    }
    case 'delivered':
      if (!back) return 'delivered';
      return isExchange(back) ? 'exchange requested' : 'return requested';
    case 'cancelled':
      return 'cancelled';
    default:
      return 'processed';
  }
}

const isExchange = ({ lines }: Return): boolean =>
  lines.every(({ outcome }) => outcome === 'exchange');

/** One entry a unit. */
const itemsOf = ({ name, product, variant, options, quantity, unitPrice }: Line) =>
  Array.from({ length: quantity }, () => ({
    ...{ name, product_id: product, item_id: variant, price: unitPrice.amount / 100 },
    options: Object.fromEntries(options.map((option) => [option.name, option.value])),
  }));

/** A parcel without lines belongs to the one before it. */
function fulfillmentsOf({ shipments, lines }: Order): StateOrder['fulfillments'] {
  const variants = new Map(lines.map(({ id, variant }) => [id, variant]));
  const fulfillments: StateOrder['fulfillments'] = [];
  for (const { number = '', lines: packed } of shipments) {
    const before = fulfillments.at(-1);
    if (before && packed.length === 0) before.tracking_id.push(number);
    else
      fulfillments.push({
        tracking_id: [number],
        item_ids: packed.flatMap(({ line, quantity }) =>
          Array<string>(quantity).fill(variants.get(line) ?? line),
        ),
      });
  }
  return fulfillments;
}

/** What was paid; negative when it was given back. */
const entryOf = ({ method = '', amount }: Payment): StateOrder['payment_history'][number] => ({
  transaction_type: amount.amount < 0 ? 'refund' : 'payment',
  amount: Math.abs(amount.amount) / 100,
  payment_method_id: method,
});

function goingBack({ lines }: Order, back: Return): Partial<StateOrder> {
  const variants = new Map(lines.map(({ id, variant }) => [id, variant]));
  const units = (of: (line: Return['lines'][number]) => string) =>
    back.lines.flatMap((line) => Array<string>(line.quantity).fill(of(line))).sort();
  const items = units(({ line }) => variants.get(line) ?? line);
  const method = back.moves[0]?.method;
  if (!isExchange(back))
    return { return_items: items, ...(method && { return_payment_method_id: method }) };
  return {
    exchange_items: items,
    exchange_new_items: units(({ variant = '' }) => variant),
    ...(method && { exchange_payment_method_id: method }),
    exchange_price_difference: back.total.amount === 0 ? 0 : -back.total.amount / 100,
  };
}
