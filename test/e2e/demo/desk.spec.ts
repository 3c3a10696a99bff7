import type { Page } from '@playwright/test';
import { Shopper } from '../desk/shopper.ts';
import { expect, test } from './site.ts';

// The desk in the static demo: the same flow with no server at all.

/** The static shop shows in a note what it would have mailed. */
const noteOf = (page: Page) => page.getByRole('status').filter({ hasText: 'Mail to' });

test('the main flow works in the static demo', async ({ page, site }) => {
  const shopper = new Shopper(page);
  await page.goto(site);
  await shopper.open();
  await shopper.button('Sign in').last().click();
  await shopper.panel.getByLabel('E-mail').fill('mara@kern.eu');
  await shopper.button('Send code').click();
  const code = await noteOf(page)
    .getByText(/^\d{6}$/)
    .textContent();
  await shopper.panel.getByLabel('6-digit code').fill(code ?? '');
  await expect(shopper.headline).toContainText('Mara');
  await shopper.openOrder('4170');
  await expect(shopper.headline).toHaveText('We missed you');

  await page.goto(`${site}help.html`);
  await shopper.open();
  await expect(shopper.headline).toContainText('Mara');
  await shopper.button('Your account').click();
  await shopper.button('Sign out').click();
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  expect(shopper.complaints).toEqual([]);
});

test('a guest follows one order in the static demo', async ({ page, site }) => {
  const shopper = new Shopper(page);
  await page.goto(`${site}account.html#front-desk/find`);
  await shopper.panel.getByLabel('Order number').fill('4182');
  await shopper.panel.getByLabel('E-mail or phone').fill('mara@kern.eu');
  await shopper.button('Track it').click();
  await expect(shopper.headline).toHaveText(/^Arriving/);
  await expect(shopper.panel.getByText('Kammenstraat')).toHaveCount(0);
});

for (const link of ['Orders and parcels', 'Find one order', 'Sign in'])
  test(`"${link}" on the demo’s account page opens its room`, async ({ page, site }) => {
    const shopper = new Shopper(page);
    await page.goto(`${site}account.html`);
    await expect(shopper.launcher).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: link }).click();
    const rooms: Record<string, RegExp> = {
      'Orders and parcels': /^Sign in$/,
      'Find one order': /^Where is it\?$/,
      'Sign in': /^Sign in$/,
    };
    await expect(shopper.headline).toHaveText(rooms[link]!);
  });
