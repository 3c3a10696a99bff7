import { expect, test } from './desk/fixture.ts';
import { leave, Shopper, welcome } from './desk/shopper.ts';
import { within } from './desk/within.ts';

test('from the tap to an order and back, and out in every tab', async ({
  browser,
  desk,
  owner,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  await shopper.signIn(owner.email, desk);
  await expect(shopper.headline).toContainText('Quillon');

  const order = owner.order('attempted_delivery');
  await shopper.openOrder(order.number);
  await expect(shopper.headline).toHaveText('We missed you');
  await shopper.button('Back').click();
  await expect(shopper.headline).toHaveText('Orders');

  const other = new Shopper(await shopper.page.context().newPage());
  await other.page.goto(desk.site.page());
  await other.open();
  await expect(other.headline).toContainText('Quillon');
  await other.tab('Orders').click();
  await expect(other.link(new RegExp(`Order ${order.number}`))).toBeVisible();

  await shopper.button('Your account').click();
  await shopper.button('Sign out').click();
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  await expect(other.link(/Order #/)).toHaveCount(0, within(1));
  await expect(other.panel.getByText('Quillon')).toHaveCount(0, within(1));

  await shopper.page.reload();
  await shopper.open();
  await expect(shopper.button('Sign in').last()).toBeVisible();
  expect([...shopper.complaints, ...other.complaints]).toEqual([]);
  await leave(shopper);
});

test('a guest gets the whole of a present by its own address, and nothing else of its customer', async ({
  browser,
  desk,
  gift,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.lookUp(gift.order.number, gift.email);
  await shopper.button('See everything').click();
  await shopper.button('Send code').click();
  await shopper.panel.getByLabel('6-digit code').fill(await desk.codeFor(gift.email));
  await expect(shopper.panel.getByText('Umbergold Astrolabe').first()).toBeVisible();
  await shopper.button('Back').click();
  await shopper.tab('Orders').click();
  await expect(shopper.link(/Order #/)).toHaveCount(1);
  expect(await shopper.dom()).not.toContain(gift.owner.email);
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('a guest gets the whole order by a code sent to its own address', async ({
  browser,
  desk,
  owner,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.lookUp(owner.numberOf('split'), owner.email);
  await shopper.button('See everything').click();
  await shopper.button('Send code').click();
  const code = shopper.panel.getByLabel('6-digit code');
  await expect(code).toBeVisible();
  // the address is not the guest's to see
  expect(await shopper.dom()).not.toContain(owner.email);
  await code.fill(await desk.codeFor(owner.email));
  await expect(shopper.panel.getByText('Umbergold Astrolabe').first()).toBeVisible();
  await expect(shopper.panel.getByText('77 Zephyrhill Crescent')).toBeVisible();
  await leave(shopper);
});

test('a link in a mail leads to its order, by way of the code', async ({
  browser,
  desk,
  owner,
}) => {
  const link = `#front-desk/order/${encodeURIComponent(owner.numberOf('failure'))}`;
  const shopper = await welcome(browser, desk, desk.site.page() + link);
  await expect(shopper.headline).toHaveText('Sign in');
  await shopper.giveCode(owner.email, desk);
  await expect(shopper.headline).toHaveText('It could not be delivered');
  await expect(shopper.panel.getByText(`Order ${owner.numberOf('failure')}`)).toBeVisible();
  await leave(shopper);
});

test('links of the page open the room they name', async ({ browser, desk }) => {
  const body = '<a href="/help" data-front-desk="find">Where is my parcel?</a>';
  const shopper = await welcome(browser, desk, desk.site.page({ body }));
  await shopper.page.getByRole('link', { name: 'Where is my parcel?' }).click();
  await expect(shopper.panel.getByLabel('Order number')).toBeVisible();
  expect(new URL(shopper.page.url()).pathname).not.toBe('/help');
  await leave(shopper);
});

test('the whole thread by keyboard alone', async ({ browser, desk, owner }) => {
  const order = owner.order('failure');
  const shopper = await welcome(browser, desk);
  const { page } = shopper;
  /** Tab until this has the focus; the way there is short or there is none. */
  const tabTo = async (target: ReturnType<Shopper['button']>) => {
    for (let step = 0; step < 40; step += 1) {
      if (await target.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo(shopper.launcher);
  await page.keyboard.press('Enter');
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  await tabTo(shopper.button('Sign in').last());
  await page.keyboard.press('Enter');
  await expect(shopper.panel.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await expect(shopper.panel.getByRole('alert')).toContainText('Check the address');
  await expect(shopper.panel.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(owner.email);
  await page.keyboard.press('Enter');
  await expect(shopper.panel.getByLabel('6-digit code')).toBeFocused();
  await page.keyboard.type(await desk.codeFor(owner.email));
  await expect(shopper.headline).toContainText('Quillon');
  await tabTo(shopper.tab('Orders'));
  await page.keyboard.press('Enter');
  const row = shopper.link(new RegExp(`Order ${order.number}`));
  await expect(row).toBeVisible();
  await tabTo(row);
  await page.keyboard.press('Enter');
  await expect(shopper.headline).toHaveText('It could not be delivered');
  await tabTo(shopper.button('Back'));
  await page.keyboard.press('Enter');
  await expect(shopper.headline).toHaveText('Orders');
  await tabTo(shopper.button('Your account'));
  await page.keyboard.press('Enter');
  await tabTo(shopper.button('Sign out'));
  await page.keyboard.press('Enter');
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  await page.keyboard.press('Escape');
  await expect(shopper.panel).toBeHidden();
  await expect(shopper.launcher).toBeFocused();
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('a wrong code says how many tries are left, and the right one still counts', async ({
  browser,
  desk,
  owner,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.button('Sign in').last().click();
  await shopper.panel.getByLabel('E-mail').fill(owner.email);
  await shopper.button('Send code').click();
  const field = shopper.panel.getByLabel('6-digit code');
  await expect(field).toBeVisible();
  const code = await desk.codeFor(owner.email);
  await field.fill(code === '000000' ? '000001' : '000000');
  await expect(shopper.panel.getByRole('alert')).toContainText('4 tries left');
  await field.fill(code);
  await expect(shopper.headline).toContainText('Quillon');
  await leave(shopper);
});

test('what was typed survives a reload', async ({ browser, desk }) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.button('Track as guest').click();
  await shopper.panel.getByLabel('Order number').fill('#F4001');
  await shopper.page.reload();
  await shopper.open();
  await shopper.button('Track as guest').click();
  await expect(shopper.panel.getByLabel('Order number')).toHaveValue('#F4001');
  await leave(shopper);
});

test('on a phone the panel is a sheet, and Esc goes back a room before it closes', async ({
  browser,
  desk,
}) => {
  const shopper = await welcome(browser, desk, desk.site.page(), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await shopper.launcher.tap();
  await expect(shopper.headline).toBeVisible();
  await shopper.button('Track as guest').tap();
  await expect(shopper.panel.getByLabel('Order number')).toBeVisible();
  await shopper.button('Back').tap();
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  const box = await shopper.panel.boundingBox();
  expect(box?.width).toBe(390);
  const wide = await shopper.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(390);
  await shopper.button('Close').tap();
  await expect(shopper.panel).toBeHidden();
  await leave(shopper);
});

test('nothing is asked and nothing kept before the first tap', async ({ browser, desk }) => {
  const asked: string[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(desk.site.page());
  await expect(page.getByRole('button', { name: 'Help' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => !/^\/(page-\d+|favicon\.ico)$/.test(path))).toEqual([
    '/front-desk.js',
  ]);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    document.cookie,
  ]);
  expect(kept).toEqual([0, 0, 0, '']);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});
