import { visitDemo } from './desk/demo-visit.ts';
import type { Locator } from '@playwright/test';
import { test as ofDemo } from './demo/site.ts';
import { deskOf, expect, type Desk } from './desk/fixture.ts';
import { startSampleShop } from './desk/server.ts';
import { Shopper } from './desk/shopper.ts';

// From the opened order to the code that is shown at the counter, in six taps, and back again: the
// same against the server and in the static demo.

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

const ORDER = '4051';

async function openDelivered(shopper: Shopper, codeFor: () => Promise<string>): Promise<void> {
  await shopper.open();
  await shopper.button('Sign in').last().click();
  await shopper.panel.getByLabel('E-mail').fill('mara@kern.eu');
  await shopper.button('Send code').click();
  await shopper.panel.getByLabel('6-digit code').fill(await codeFor());
  await expect(shopper.headline).toContainText('Mara');
  await shopper.openOrder(ORDER);
}

/** Six taps with what stands for the rest; then the code is there. */
async function sendBack(shopper: Shopper): Promise<void> {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.click();
  };
  await tap(shopper.button('Return or swap'));
  await expect(shopper.panel.getByText('It was sold as final')).toBeVisible();
  await shopper.seesNoFault();
  await tap(shopper.panel.getByText('Oxford shirt').last());
  await tap(shopper.button('Continue with 1 item'));
  await expect(shopper.headline).toHaveText('What was wrong?');
  await shopper.seesNoFault();
  await tap(shopper.button('Continue'));
  await expect(shopper.panel.getByText('€8.00 bonus')).toBeVisible();
  await shopper.seesNoFault();
  await tap(shopper.button('Continue with €80.10 back'));
  await expect(shopper.headline).toHaveText('How will you send it?');
  await shopper.seesNoFault();
  await tap(shopper.button('Get my code'));
  expect(taps).toBe(6);
  await isReady(shopper);
  await shopper.seesNoFault();
}

async function isReady(shopper: Shopper): Promise<void> {
  await expect(shopper.headline).toHaveText('Show this at the counter');
  await expect(shopper.panel.getByRole('img', { name: 'Code to show' })).toBeVisible();
}

/** It is found again in its order, and kept after all. */
async function keepAfterAll(shopper: Shopper): Promise<void> {
  await shopper.button('Done').click();
  await expect(shopper.headline).toContainText('Delivered');
  await shopper.button('See it: Return started today').click();
  await isReady(shopper);
  await shopper.button('Back').click();
  await shopper.button('Return or swap').click();
  await expect(shopper.panel.getByText('A return of this is under way.')).toBeVisible();
  await shopper.button(/^Return 4051-1/).click();
  await isReady(shopper);
  await shopper.button('Cancel this return').click();
  // it is asked once more, by a button of the same name
  await expect(shopper.panel.getByText('Then the code no longer works')).toBeVisible();
  await shopper.seesNoFault();
  await shopper.button('Cancel this return').click();
  await expect(shopper.headline).toHaveText('Return cancelled');
}

test('a shirt goes back in six taps, and stays after all, at the server', async ({
  page,
  shop,
}) => {
  const shopper = new Shopper(page);
  await page.setViewportSize({ width: 320, height: 760 });
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.goto(shop.url);
  await openDelivered(shopper, () => shop.codeFor('mara@kern.eu'));
  await sendBack(shopper);
  await keepAfterAll(shopper);

  await shopper.button('Back').click();
  await shopper.button('Back').click();
  await shopper.button('Return or swap').click();
  await shopper.panel.getByText('Pleat trousers').last().click();
  await shopper.button('Continue with 1 item').click();
  await shopper.panel.getByText('Too large').click();
  await shopper.panel.getByLabel('Anything to add?').fill('Wide at the waist');
  await page.reload();
  await shopper.open();
  await shopper.openOrder(ORDER);
  await shopper.button('Return or swap').click();
  await shopper.button('Continue with 1 item').click();
  await expect(shopper.panel.getByRole('radio', { name: 'Too large' })).toBeChecked();
  await expect(shopper.panel.getByLabel('Anything to add?')).toHaveValue('Wide at the waist');
  await shopper.button('Continue').click();
  await shopper.panel.getByText('Swap it').click();
  await shopper.panel.locator('label', { hasText: /^\s*36\s*$/ }).click();
  await expect(shopper.panel.getByText('Swap for 36')).toBeVisible();
  await shopper.seesNoFault();
  await shopper.button('Continue').click();
  await expect(shopper.headline).toHaveText('When should we send the new one?');
  await shopper.button('Continue').click();
  const quoted = page.waitForResponse((answer) => /\/returns\/quote\b/.test(answer.url()));
  await shopper.panel.getByText('Print a label').click();
  // nobody agrees to what they were not told before the line went
  expect(await (await quoted).finished()).toBe(null);
  await page.context().setOffline(true);
  await shopper.button('Get my label').click();
  await expect(shopper.panel.getByText('Your choices are kept')).toBeVisible();
  await page.context().setOffline(false);
  await shopper.button('Get my label').click();
  await expect(shopper.headline).toHaveText('Print this label');
  const saved = page.waitForEvent('download');
  await shopper.button('Save the label').click();
  expect((await saved).suggestedFilename()).toBe('4051-2.pdf');
  expect(shopper.complaints).toEqual([]);
});

test('a shirt goes back in six taps, and stays after all, in the static demo', async ({
  page,
  site,
}) => {
  const { shopper, code } = await visitDemo(page, site);
  await openDelivered(shopper, code);
  await sendBack(shopper);
  await keepAfterAll(shopper);
  expect(shopper.complaints).toEqual([]);
});

test('a picture of a damaged boot gets to the server, and goes with the return', async ({
  page,
  shop,
}) => {
  const shopper = new Shopper(page);
  await page.setViewportSize({ width: 320, height: 760 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(shop.url);
  await shopper.open();
  await shopper.signIn('jonas.brandt@example.com', shop);
  await shopper.openOrder('4120');
  await shopper.button('Return or swap').click();
  await shopper.button('Continue with 1 item').click();
  await shopper.panel.getByText('It came damaged').click();
  const sent = page.waitForResponse((response) => response.url().includes('/v1/uploads'));
  await shopper.panel.getByLabel('Add a picture').setInputFiles({
    ...{ name: 'torn.png', mimeType: 'image/png' },
    buffer: await page.screenshot(),
  });
  const { id } = await (await sent).json();
  await shopper.seesNoFault();
  await page.reload();
  await shopper.open();
  await shopper.openOrder('4120');
  await shopper.button('Return or swap').click();
  await shopper.button('Continue with 1 item').click();
  await expect(shopper.panel.getByText('Picture 1')).toBeVisible();
  await expect(shopper.panel.locator('canvas')).toBeVisible();
  await shopper.button('Continue').click();
  await shopper.button(/^Continue with/).click();
  const asked = page.waitForRequest(
    (request) =>
      /\/returns\b/.test(request.url()) &&
      request.method() === 'POST' &&
      !!request.postDataJSON()?.quote,
  );
  await shopper.button('Get my code').click();
  expect((await asked).postDataJSON().lines[0].photos).toEqual([id]);
  await isReady(shopper);
  expect(shopper.complaints).toEqual([]);
});
