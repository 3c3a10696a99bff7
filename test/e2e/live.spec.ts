import { expect, test } from './desk/fixture.ts';
import { leave, welcome, type Shopper } from './desk/shopper.ts';
import { tellNews } from './desk/tracking-news.ts';
import { within } from './desk/within.ts';

// A carrier's signed news change an open panel within two seconds, without a reload.

const courier = (now: Date) => ({
  at: new Date(now.getTime() - 60_000).toISOString(),
  status: 'out_for_delivery' as const,
  text: 'On the van since this minute',
});

/** Nothing that was on the page before a reload is there after it. */
const mark = (shopper: Shopper) =>
  shopper.page.evaluate(() => void document.body.setAttribute('data-same-page', ''));
const isSamePage = (shopper: Shopper) =>
  shopper.page.evaluate(() => document.body.hasAttribute('data-same-page'));

test('news of a parcel change an open order within two seconds', async ({
  browser,
  desk,
  now,
  owner,
}) => {
  const order = owner.order('in_transit');
  const shopper = await welcome(browser, desk);
  const listening = shopper.page.waitForResponse(/\/v1\/stream/);
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await shopper.openOrder(order.number);
  await expect(shopper.headline).toHaveText(/^Arriving/);
  await listening;
  await mark(shopper);

  const answer = await tellNews(desk.url, 'tau', {
    number: order.shipments[0]!.number!,
    events: [courier(now)],
  });
  expect(await answer.json()).toEqual({ result: 'applied' });
  await expect(shopper.headline).toHaveText('Out for delivery', within(2));
  await expect(shopper.panel.getByText(courier(now).text).first()).toBeVisible();
  await expect(shopper.panel.getByText('News: Out for delivery')).toBeAttached();
  expect(await isSamePage(shopper)).toBe(true);
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('news reach a guest and the list of orders as well', async ({ browser, desk, now, owner }) => {
  const order = owner.order('delayed');
  const [guest, customer] = [await welcome(browser, desk), await welcome(browser, desk)];
  const listening = [guest, customer].map(({ page }) => page.waitForResponse(/\/v1\/stream/));
  await guest.open();
  await guest.lookUp(order.number, owner.email);
  await expect(guest.headline).toHaveText('Running late');
  await customer.open();
  await customer.signIn(owner.email, desk);
  await customer.tab('Orders').click();
  const row = customer.link(new RegExp(`Order ${owner.numberOf('delayed')}`));
  await expect(row).toContainText('Running late');
  await Promise.all(listening);

  await tellNews(desk.url, 'tau', {
    number: order.shipments[0]!.number!,
    order: order.number,
    events: [courier(now)],
  });
  await expect(guest.headline).toHaveText('Out for delivery', within(2));
  await expect(row).toContainText('Out for delivery', within(2));
  await leave(guest);
  await leave(customer);
});

test('news with a wrong signature change nothing', async ({ browser, desk, now, owner }) => {
  const order = owner.order('ready_for_pickup');
  const guest = await welcome(browser, desk);
  await guest.open();
  await guest.lookUp(order.number, owner.email);
  await expect(guest.headline).toHaveText('Ready to collect');
  const news = { number: order.shipments[0]!.number!, events: [courier(now)] };
  const refused = await tellNews(desk.url, 'tau', news, 'not the secret of this shop at all');
  expect(refused.status).toBe(401);
  await guest.page.reload();
  await guest.open();
  await expect(guest.panel.getByText('Ready to collect').first()).toBeVisible();
  await leave(guest);
});
