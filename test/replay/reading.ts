import { CustomerDetails } from '../../src/contract/customers.ts';
import { Order, OrderPage } from '../../src/contract/orders.ts';
import { PaymentMethodList } from '../../src/contract/payment-methods.ts';
import { Return } from '../../src/contract/returns.ts';
import type { Shopper } from './shopper.ts';
import { stateOrderOf } from './state-orders.ts';
import { stateUserOf } from './state-users.ts';
import type { StateOrder, StateUser } from './tasks.ts';

/** Undefined where this shopper has no such order. */
export const readOrder = (shopper: Shopper, number: string): Promise<Order | undefined> =>
  shopper.find(`/orders/${encodeURIComponent(number)}`, Order);

/** All that the public API tells a customer, as the original shop would write it down. */
export async function readState(
  shopper: Shopper,
): Promise<{ id: string; user: StateUser; orders: Record<string, StateOrder> }> {
  const customer = await shopper.read('/customer', CustomerDetails);
  const { items: methods } = await shopper.read('/customer/payment-methods', PaymentMethodList);
  const orders: Record<string, StateOrder> = {};
  for (const number of await numbersOf(shopper)) {
    const order = await readOrder(shopper, number);
    if (!order) throw new Error(`${number} is listed and cannot be read`);
    const returns: Return[] = [];
    for (const id of order.returns ?? [])
      returns.push(await shopper.read(`/returns/${id}`, Return));
    orders[number] = stateOrderOf(order, returns, customer.id);
  }
  return { id: customer.id, user: stateUserOf(customer, methods, Object.keys(orders)), orders };
}

async function numbersOf(shopper: Shopper): Promise<string[]> {
  const numbers: string[] = [];
  let cursor = '';
  do {
    const page = await shopper.read(`/orders?limit=50${cursor}`, OrderPage);
    numbers.push(...page.items.map(({ number }) => number));
    cursor = page.next === undefined ? '' : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor);
  return numbers;
}
