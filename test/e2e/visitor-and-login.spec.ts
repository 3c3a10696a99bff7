import { expect, openTab, test } from './desk/two-sites.ts';
import type { Shopper } from './desk/shopper.ts';

// Somebody unknown talks with the shop: before the shop's own login signs them in, and after they
// have signed out while they are still signed in at the shop.

const TOKEN = '/account/desk-token';
const NAME = 'Quillon';

async function write(shopper: Shopper, words: string): Promise<void> {
  await shopper.tab('Ask').click();
  const sent = shopper.page.waitForResponse(
    (answer) => answer.url().includes('/messages') && answer.request().method() === 'POST',
  );
  await shopper.panel.getByLabel('Write a message').fill(words);
  await shopper.panel.getByLabel('Write a message').press('Enter');
  expect((await sent).status()).toBe(200);
}

test('what a visitor wrote is theirs once they have signed in at the shop', async ({
  desk,
  owner,
  newBrowser,
}) => {
  const browser = await newBrowser();
  let isSignedIn = false;
  await browser.route(`**${TOKEN}`, async (route) =>
    isSignedIn
      ? route.fulfill({ body: await desk.login.sign(new Date(), { sub: owner.customer.id }) })
      : route.fulfill({ status: 204 }),
  );
  const shopper = await openTab(
    browser,
    desk.pageFor('desk.shop.example', { 'data-identity': TOKEN }),
  );
  const words = `Is it waterproof, asks ${owner.email}`;
  await write(shopper, words);
  isSignedIn = true;
  await shopper.page.reload();
  await shopper.open();
  await shopper.tab('Orders').click();
  await expect(shopper.panel.getByText(/^Order #/).first()).toBeVisible();
  await shopper.tab('Ask').click();
  await expect(shopper.panel.getByText(words).first()).toBeVisible();
  expect(shopper.complaints).toEqual([]);
});

test('who has signed out may write as a visitor, and stays one until the next page, in every tab', async ({
  desk,
  owner,
  newBrowser,
}) => {
  const browser = await newBrowser();
  let asked = 0;
  await browser.route(`**${TOKEN}`, async (route) => {
    asked += 1;
    await route.fulfill({ body: await desk.login.sign(new Date(), { sub: owner.customer.id }) });
  });
  const url = desk.pageFor('desk.shop.example', { 'data-identity': TOKEN });
  const [shopper, other] = [await openTab(browser, url), await openTab(browser, url)];
  await expect(other.headline).toContainText(NAME);
  await shopper.button('Your account').click();
  await shopper.button('Sign out').click();
  await expect(shopper.headline).not.toContainText(NAME);
  await expect(other.headline).not.toContainText(NAME);
  asked = 0;
  for (const { page } of [shopper, other]) {
    // the session of somebody unknown begins with a word, and is renewed ten minutes later
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      let later = 0;
      performance.now = () => now() + later;
      addEventListener('later', () => (later += 600_000));
    });
  }
  for (const tab of [shopper, other]) {
    await write(tab, `From the corner of ${owner.email}`);
    const renewed = tab.page.waitForResponse((answer) => answer.url().includes('/refresh'));
    await tab.page.evaluate(() => {
      dispatchEvent(new Event('later'));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(await (await renewed).json()).toMatchObject({ kind: 'visitor' });
    await expect(tab.button('Your account')).toHaveCount(0);
  }
  expect(asked).toBe(0);
  await shopper.page.reload();
  await shopper.open();
  await expect(shopper.button('Your account')).toBeVisible();
  for (const { complaints } of [shopper, other]) expect(complaints).toEqual([]);
});
