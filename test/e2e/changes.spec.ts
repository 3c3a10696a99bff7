import { visitDemo } from './desk/demo-visit.ts';
import { test as ofDemo } from './demo/site.ts';
import { deskOf, expect, type Desk } from './desk/fixture.ts';
import { startSampleShop } from './desk/server.ts';
import { Shopper } from './desk/shopper.ts';

// One order from the tap to another one and back: cancelled in three taps, taken back, changed.
// The same against the server and in the static demo.

const test = ofDemo.extend<object, { shop: Pick<Desk, 'url' | 'codeFor'> }>({
  shop: [
    async ({}, use) => {
      const server = await startSampleShop();
      await use(deskOf(server, undefined as never));
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Signed in, with the order just placed before them. */
async function openFresh(shopper: Shopper, codeFor: () => Promise<string>): Promise<void> {
  await shopper.open();
  await shopper.button('Sign in').last().click();
  await shopper.panel.getByLabel('E-mail').fill('mara@kern.eu');
  await shopper.button('Send code').click();
  await shopper.panel.getByLabel('6-digit code').fill(await codeFor());
  await expect(shopper.headline).toContainText('Mara');
  await shopper.openOrder('4196');
  await expect(shopper.panel.getByText(/min left, until/)).toBeVisible();
}

async function cancelAndUndo(shopper: Shopper): Promise<void> {
  await shopper.seesNoFault();
  await shopper.button('Cancel order').click();
  await shopper.panel.getByText('Ordered by mistake').click();
  await shopper.seesNoFault();
  await shopper.button('Cancel order, €402.00 back').click();
  await expect(shopper.headline).toHaveText('Cancelled');
  await shopper.seesNoFault();
  await shopper.button('Undo').click();
  await expect(shopper.panel.getByText('Taken back', { exact: true })).toBeVisible();
  await expect(shopper.headline).toHaveText('We have your order');
}

async function changeSize(shopper: Shopper): Promise<void> {
  await shopper.button('Change').click();
  await shopper.seesNoFault();
  await shopper.button(/^Items/).click();
  await shopper.button(/^Field coat/).click();
  await expect(shopper.panel.getByRole('radio', { name: 'Camel · XS' })).toBeDisabled();
  await shopper.panel.getByText('Camel · L', { exact: true }).click();
  await shopper.seesNoFault();
  await shopper.button('Use this').click();
  await shopper.seesNoFault();
  await shopper.button('Change it').click();
  await expect(shopper.panel.getByText('Camel · L', { exact: true })).toBeVisible();
}

test('an order is cancelled, taken back, and changed, at the server', async ({ page, shop }) => {
  const shopper = new Shopper(page);
  await page.setViewportSize({ width: 320, height: 760 });
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.goto(shop.url);
  await openFresh(shopper, () => shop.codeFor('mara@kern.eu'));
  await cancelAndUndo(shopper);
  await changeSize(shopper);

  await shopper.button('Change').click();
  await shopper.button(/^Where it goes/).click();
  await shopper.panel.getByLabel('Street and number').fill('Meir 1');
  await page.reload();
  await shopper.open();
  await shopper.openOrder('4196');
  await shopper.button('Change').click();
  await shopper.button(/^Where it goes/).click();
  await expect(shopper.panel.getByLabel('Street and number')).toHaveValue('Meir 1');
  await page.context().setOffline(true);
  await shopper.button('Send it there').click();
  await expect(shopper.panel.getByText('Your choices are kept')).toBeVisible();
  await page.context().setOffline(false);
  await shopper.seesNoFault();
  await shopper.button('Send it there').click();
  await expect(shopper.panel.getByText('Mara Kern, Meir 1, 2000 Antwerp')).toBeVisible();
  expect(shopper.complaints).toEqual([]);
});

test('an order is cancelled, taken back, and changed, in the static demo', async ({
  page,
  site,
}) => {
  const { shopper, code } = await visitDemo(page, site);
  await openFresh(shopper, code);
  await cancelAndUndo(shopper);
  await changeSize(shopper);
  expect(shopper.complaints).toEqual([]);
});
