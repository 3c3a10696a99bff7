import { test as base } from '@playwright/test';
import { generatedShop } from '../data/generated.ts';
import { convertTauRetail } from '../data/tau-retail.ts';
import { deskOf, expect, type Desk } from './desk/fixture.ts';
import { openHostSite } from './desk/host-page.ts';
import { startDeskServer, type DeskServer } from './desk/server.ts';
import { leave, welcome } from './desk/shopper.ts';

// Two shops on one server: the same customers' addresses, other orders.

const now = new Date();
const rowsOf = (seed: number) =>
  convertTauRetail(generatedShop({ seed, customers: 4, orders: 24 }), { seed, now });
/** Customers of both; one a test, since codes are limited by address. */
const emailOf = (index: number) => `both.shops.${index}@example.com`;
function shopRows(seed: number, prefix: string) {
  const { products, customers, orders } = rowsOf(seed);
  return {
    products,
    customers: customers.map((customer, index) => ({ ...customer, email: emailOf(index) })),
    orders: orders.map((order) => ({ ...order, number: order.number.replace('#W', prefix) })),
  };
}

const test = base.extend<object, { desk: Desk }>({
  desk: [
    async ({}, use) => {
      const site = await openHostSite(() => server.url);
      const server: DeskServer = await startDeskServer({
        origins: [site.origin],
        shops: [
          { id: 'north', name: 'North', rows: shopRows(11, '#N') },
          { id: 'south', name: 'South', rows: shopRows(12, '#S') },
        ],
      });
      await use(deskOf(server, site));
      await server.close();
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('each page shows the orders of its own shop', async ({ browser, desk }) => {
  for (const [shop, mine, other] of [
    ['north', '#N', '#S'],
    ['south', '#S', '#N'],
  ] as const) {
    const page = desk.site.page({ attributes: { 'data-shop': shop } });
    const shopper = await welcome(browser, desk, page);
    await shopper.open();
    await shopper.signIn(emailOf(0), desk);
    await shopper.tab('Orders').click();
    await expect(shopper.link(new RegExp(`Order ${mine}`)).first()).toBeVisible();
    expect(await shopper.link(new RegExp(`Order ${other}`)).count()).toBe(0);
    await leave(shopper);
  }
});

test('signed in at one shop is not signed in at the other', async ({ browser, desk }) => {
  const pageOf = (shop: string) => desk.site.page({ attributes: { 'data-shop': shop } });
  const shopper = await welcome(browser, desk, pageOf('north'));
  await shopper.open();
  await shopper.signIn(emailOf(1), desk);
  await shopper.page.goto(pageOf('south'));
  await shopper.open();
  await expect(shopper.button('Sign in').last()).toBeVisible();
  await shopper.page.goto(pageOf('north'));
  await shopper.open();
  await expect(shopper.button('Your account')).toBeVisible();
  await leave(shopper);
});

test('a token of one shop opens nothing at the other', async ({ desk }) => {
  const caller = desk.caller('north');
  await caller.signIn(emailOf(2));
  const [order] = await caller.orders();
  for (const path of ['/orders', `/orders/${order!.id}`, '/session']) {
    const answer = await fetch(`${desk.url}/v1${path}?shop=south`, {
      headers: { ...caller.headers(), Origin: desk.site.origin },
    });
    expect(answer.status, path).toBe(403);
    expect(((await answer.json()) as { code: string }).code).toBe('shop_mismatch');
  }
});

test('a request that names no shop, or one there is none of, is refused', async ({ desk }) => {
  const codeOf = async (path: string) =>
    ((await (await fetch(`${desk.url}/v1${path}`)).json()) as { code: string }).code;
  expect(await codeOf('/desk')).toBe('shop_required');
  expect(await codeOf('/desk?shop=east')).toBe('shop_not_found');
});
