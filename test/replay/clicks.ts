import { expect, type Locator } from '@playwright/test';
import type { Order } from '../../src/contract/orders.ts';
import { PaymentMethodList } from '../../src/contract/payment-methods.ts';
import { Product } from '../../src/contract/products.ts';
import { en } from '../../src/widget/locales/en.ts';
import { methodName } from '../../src/widget/locales/figures.ts';
import { createWords } from '../../src/widget/locales/words.ts';
import type { Shopper as Panel } from '../e2e/desk/shopper.ts';
import { changesOf, linesOf } from './lines.ts';
import type { Shopper } from './shopper.ts';
import type { OrderWrite, TauAddress, WriteAction } from './tasks.ts';
import { isOfOrder } from './wishes.ts';

/** Tools that change an order. */
export const tools: readonly OrderWrite['name'][] = [
  'cancel_pending_order',
  'modify_pending_order_items',
  'modify_pending_order_payment',
  'modify_pending_order_address',
  'return_delivered_order_items',
  'exchange_delivered_order_items',
];

/** Nobody taps an item to become what it is; the original shop takes that for a change. */
export const canTap = (action: WriteAction): boolean =>
  isOfOrder(action) && action.expect_error === undefined && !isKept(action);

const isKept = ({ args }: OrderWrite): boolean =>
  'new_item_ids' in args && args.new_item_ids.some((id, nth) => id === args.item_ids[nth]);

/** Where taps go, and the same customer over the API, who tells what things are called. */
export interface Tapping {
  panel: Panel;
  reader: Shopper;
}

type Option = Product['variants'][number]['options'][number];

/** A write of a task as taps in the open panel; `order`: what it is about, as it is now. */
export async function tap(at: Tapping, action: OrderWrite, order: Order): Promise<void> {
  await at.panel.openOrder(order.number);
  await tapOrder(at, action, order);
}

function tapOrder(at: Tapping, action: OrderWrite, order: Order): Promise<void> {
  switch (action.name) {
    case 'cancel_pending_order':
      return cancel(at, action.args.reason);
    case 'modify_pending_order_items': {
      const { item_ids, new_item_ids, payment_method_id: payment } = action.args;
      return changeItems(at, order, changesOf(order.lines, item_ids, new_item_ids), payment);
    }
    case 'modify_pending_order_payment':
      return payOtherwise(at, action.args.payment_method_id);
    case 'modify_pending_order_address':
      return sendElsewhere(at, action.args);
    case 'return_delivered_order_items':
      return sendBack(at, linesOf(order.lines, action.args.item_ids), order);
    case 'exchange_delivered_order_items': {
      const { item_ids, new_item_ids, payment_method_id: payment } = action.args;
      const going = linesOf(order.lines, item_ids);
      return swap(at, going, { becoming: new_item_ids, payment }, order);
    }
  }
}

const reasons: Record<string, string> = {
  'no longer needed': 'No longer needed',
  'ordered by mistake': 'Ordered by mistake',
};

async function cancel({ panel }: Tapping, reason: string): Promise<void> {
  await panel.button('Cancel order').click();
  await panel.panel.getByText(reasons[reason] ?? reason, { exact: true }).click();
  await panel.button(/^Cancel order, .* back$/).click();
  await expect(panel.headline).toHaveText('Cancelled');
}

async function changeItems(
  at: Tapping,
  { lines }: Order,
  changes: ReturnType<typeof changesOf>,
  payment: string,
): Promise<void> {
  const { panel, reader } = at;
  await change(panel, /^Items/);
  let due = 0;
  for (const { line, variant } of changes) {
    const item = lines.find(({ id }) => id === line);
    if (!item) throw new Error(`${line} is not in the order`);
    const { variants } = await reader.read(`/products/${item.product}`, Product);
    const { options = [], price } = variants.find(({ id }) => id === variant) ?? {};
    due += (price?.amount ?? 0) - item.unitPrice.amount;
    if (lines.length > 1) {
      await expect(panel.headline).toHaveText('Which item should change?');
      // of two alike it is all one which
      await panel
        .button(new RegExp(`^${escaped(item.name)}\\s+${named(item.options)}`))
        .first()
        .click();
    }
    await expect(panel.headline).toHaveText('Which one instead?');
    await choose(panel, named(options));
    if (lines.length > 1) await panel.button('Use this').click();
  }
  // what it comes to is read before it is agreed to
  const it = panel.button(due ? /^Change it, / : 'Change it');
  await expect(it).toBeVisible();
  await chooseMethod(at, payment);
  await agree(panel, it);
}

async function payOtherwise(at: Tapping, payment: string): Promise<void> {
  const { panel } = at;
  await change(panel, /^Payment/);
  await expect(panel.headline).toHaveText('How would you like to pay?');
  await chooseMethod(at, payment);
  await addsUp(panel);
  await agree(panel, panel.button(/^Pay with /));
}

async function sendElsewhere({ panel }: Tapping, address: TauAddress): Promise<void> {
  await change(panel, /^Where it goes/);
  await typeAddress(panel, address);
  await agree(panel, panel.button('Send it there'));
}

/** For the reason that stands until another is given, and back to what paid. */
async function sendBack({ panel }: Tapping, going: string[], order: Order): Promise<void> {
  await pick(panel, going, order);
  await addsUp(panel);
  await start(panel);
}

/** Each item for another of its kind. */
async function swap(
  at: Tapping,
  going: string[],
  { becoming, payment }: { becoming: readonly string[]; payment: string },
  order: Order,
): Promise<void> {
  const { panel, reader } = at;
  await pick(panel, going, order);
  if (going.length > 1) await panel.button('Choose for each item').click();
  for (const [nth, line] of going.entries()) {
    const { product = '' } = order.lines.find(({ id }) => id === line) ?? {};
    const { variants } = await reader.read(`/products/${product}`, Product);
    const { options = [] } = variants.find(({ id }) => id === becoming[nth]) ?? {};
    await rowOf(panel.panel.getByRole('radio', { name: /^Swap/ }).nth(nth)).click();
    await choose(panel, named(options.filter((option) => varies(option, variants))));
  }
  // who pays is asked where it costs more, and there is more than one way
  await addsUp(panel);
  const on = panel.button('Continue');
  await expect(on.or(panel.button(confirming))).toBeVisible();
  if (await on.isVisible()) {
    await on.click();
    await chooseMethod(at, payment);
  }
  await start(panel);
}

/** Ticks what goes back, and leaves the reasons as they stand. */
async function pick(panel: Panel, going: string[], { lines }: Order): Promise<void> {
  await panel.button('Return or swap').click();
  await expect(panel.headline).toHaveText('What is going back?');
  const boxes = panel.panel.getByRole('checkbox');
  for (const [nth, { id }] of lines.entries()) {
    const box = boxes.nth(nth);
    if ((await box.isChecked()) !== going.includes(id)) await rowOf(box).click();
  }
  await panel.button(/^Continue with/).click();
  for (const _ of going) {
    await expect(panel.headline).not.toHaveText('What is going back?');
    await panel.button('Continue').click();
  }
}

const confirming = /^(Start the return|Confirm and pay .*)$/;

async function start(panel: Panel): Promise<void> {
  const it = panel.button(confirming);
  await it.click();
  await expect(it).toBeHidden();
  await panel.button('Back').click();
}

async function change(panel: Panel, what: RegExp): Promise<void> {
  await panel.button('Change').click();
  await expect(panel.headline).toHaveText('What should change?');
  await panel.button(what).click();
}

/** Nobody agrees to a sum they have not seen: whoever taps before it is there is shown it first. */
const addsUp = ({ panel }: Panel) => expect(panel.getByText('How it adds up')).toBeVisible();

/** Agreed to, and the order is there again. */
async function agree({ panel }: Panel, to: Locator): Promise<void> {
  await to.click();
  await expect(to).toBeHidden();
  await expect(panel.getByText('Order changed', { exact: true }).first()).toBeVisible();
}

async function choose({ panel }: Panel, title: string): Promise<void> {
  const radio = panel.getByRole('radio', { name: new RegExp(`^${title}(?! ·)`) });
  await rowOf(radio.first()).click();
}

/** Nobody is asked where there is no more than one way. */
async function chooseMethod({ panel, reader }: Tapping, id: string): Promise<void> {
  const { items } = await reader.read('/customer/payment-methods', PaymentMethodList);
  const method = items.find((each) => each.id === id);
  const title = method && methodName(method, createWords('en', en));
  if (!title || items.length < 2) return;
  const radio = panel.panel.getByRole('radio', { name: title });
  if (!(await radio.isChecked())) await rowOf(radio).click();
  await expect(radio).toBeChecked();
}

async function typeAddress({ panel }: Panel, address: TauAddress): Promise<void> {
  const typed: Record<string, string> = {
    'Street and number': address.address1,
    'Flat, floor, company': address.address2,
    Postcode: address.zip,
    City: address.city,
    'State or region': address.state,
    Country: address.country,
  };
  for (const [label, text] of Object.entries(typed)) await panel.getByLabel(label).fill(text);
}

/** The whole row is the target, as a finger has it. */
const rowOf = (box: Locator): Locator => box.locator('..');

const varies = ({ name, value }: Option, variants: Product['variants']): boolean =>
  variants.some(({ options }) => options.some((one) => one.name === name && one.value !== value));

/** As a pattern. */
const named = (options: readonly Option[]): string =>
  escaped(options.map(({ value }) => value).join(' · '));
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
