import { dice } from '../data/dice.ts';
import { dollars, expectedOrder, type Expected } from './desk/expected.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcomeBriefly, type Shopper } from './desk/shopper.ts';
import { deep } from './desk/deep.ts';

// Real customers sign in by code in a real browser; what they see equals the data.
const sample = deep ? 250 : 10;
const batches = deep ? 25 : 2;
test.describe.configure({ mode: 'parallel', timeout: 150_000 });

for (let batch = 0; batch < batches; batch += 1)
  test(`customers see their orders as the data has them, part ${batch + 1} of ${batches}`, async ({
    browser,
    desk,
    shop,
  }) => {
    const { users } = shop.source;
    const withOrders = Object.values(users).filter(({ orders }) => orders.length > 0);
    const roll = dice(2, 'customers');
    const chosen = Array.from({ length: sample }, () =>
      withOrders.splice(roll.between(0, withOrders.length - 1), 1),
    )
      .flat()
      .slice((batch * sample) / batches, ((batch + 1) * sample) / batches);
    expect(chosen.length).toBe(sample / batches);

    for (const { email, orders, name } of chosen) {
      const shopper = await welcomeBriefly(browser, desk);
      await shopper.open();
      await shopper.signIn(email, desk);
      await expect(shopper.headline).toContainText(name.first_name);
      for (const number of orders) {
        await shopper.openOrder(number);
        await compare(shopper, expectedOrder(shop.source, number));
      }
      expect(shopper.complaints).toEqual([]);
      await leave(shopper);
    }
  });

async function compare(shopper: Shopper, order: Expected): Promise<void> {
  await expect(shopper.headline).toHaveText(
    {
      placed: /^We have your order$/,
      shipped: /^(On its way|Arriving .+|Out for delivery)$/,
      delivered: /^Delivered/,
      cancelled: /^Cancelled$/,
    }[order.status],
  );
  const count = order.lines.length;
  const heading = count === 1 ? '1 item' : `${count} items`;
  await expect(shopper.panel.getByText(heading, { exact: true })).toBeVisible();
  const text = await shopper.text();
  const between = (from: string | RegExp, to: string) => {
    const start = text.findIndex((piece) =>
      typeof from === 'string' ? piece === from : from.test(piece),
    );
    const end = text.indexOf(to, start);
    expect(start, `${order.number} has ${from}`).toBeGreaterThanOrEqual(0);
    expect(end, `${order.number} has ${to}`).toBeGreaterThan(start);
    return text.slice(start + 1, end);
  };

  const items = between(heading, 'Paid');
  expect(
    items
      .filter((piece) => !piece.startsWith('Placed '))
      .map(asOrdered)
      .map(sorted),
    order.number,
  ).toEqual(
    order.lines.flatMap(({ name, options, cents }) =>
      [name, options.map(([, value]) => value).join(' · '), dollars(cents)]
        .filter(Boolean)
        .map(sorted),
    ),
  );
  const sums = between('Paid', 'Total');
  expect(sums).toEqual(['Items', dollars(order.total), 'Delivery', 'Free']);
  expect(text[text.indexOf('Total') + 1]).toBe(dollars(order.total));

  const all = text.join('\n');
  const copies = shopper.button(/^Copy the tracking number /);
  await expect(copies).toHaveText(order.tracking.map((number) => new RegExp(`${number}$`)));
  // what was cancelled went nowhere
  const shown = order.status === 'cancelled' ? [] : [order.name, ...order.address];
  for (const part of shown) expect(all, order.number).toContain(part);
  expect(text.includes('Where it went'), order.number).toBe(order.status === 'delivered');
}

/** The options of an article have no order among them. */
const sorted = (piece: string): string => piece.split(' · ').sort().join(' · ');

/** What can be done with a line is the policy's to say, not the data's. */
const asOrdered = (piece: string): string => piece.replace(/ · return until .+$/, '');
