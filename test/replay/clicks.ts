import { expect } from '@playwright/test';
import type { Order } from '../../src/contract/orders.ts';
import type { Shopper } from '../e2e/desk/shopper.ts';
import { linesOf } from './lines.ts';
import type { OrderWrite } from './tasks.ts';

/** Tools whose writes can be tapped so far. */
export const tapped: readonly OrderWrite['name'][] = [
  'cancel_pending_order',
  'return_delivered_order_items',
];

/** A write of a task as taps in the panel, where its order is open. */
export function tap(shopper: Shopper, action: OrderWrite, order: Order): Promise<void> {
  switch (action.name) {
    case 'cancel_pending_order':
      return cancel(shopper, action.args.reason);
    case 'return_delivered_order_items':
      return sendBack(shopper, linesOf(order.lines, action.args.item_ids), order);
    default:
      throw new Error(`${action.name} is not tapped yet`);
  }
}

const reasons: Record<string, string> = {
  'no longer needed': 'No longer needed',
  'ordered by mistake': 'Ordered by mistake',
};

async function cancel(shopper: Shopper, reason: string): Promise<void> {
  await shopper.button('Cancel order').click();
  await shopper.panel.getByText(reasons[reason] ?? reason, { exact: true }).click();
  await shopper.button(/^Cancel order, .* back$/).click();
  await expect(shopper.headline).toHaveText('Cancelled');
}

/** For the reason that stands until another is given, and back to what paid. */
async function sendBack(shopper: Shopper, going: string[], { lines }: Order): Promise<void> {
  await shopper.button('Return or swap').click();
  await expect(shopper.headline).toHaveText('What is going back?');
  const boxes = shopper.panel.getByRole('checkbox');
  for (const [nth, { id }] of lines.entries()) {
    const box = boxes.nth(nth);
    // the whole row is the target, as a finger has it
    if ((await box.isChecked()) !== going.includes(id)) await box.locator('..').click();
  }
  await shopper.button(/^Continue with/).click();
  for (const _ of going) {
    await expect(shopper.headline).not.toHaveText('What is going back?');
    await shopper.button('Continue').click();
  }
  await shopper.button('Start the return').click();
  await expect(shopper.button('Start the return')).toBeHidden();
}
