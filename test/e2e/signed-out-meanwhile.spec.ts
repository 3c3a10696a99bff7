import type { Route } from '@playwright/test';
import { expect, openTab, test } from './desk/two-sites.ts';
import { Shopper } from './desk/shopper.ts';

// Whoever signs out while the shop's own login is still signing them in, in another tab, is signed
// out: nothing that comes later brings them back, and the server keeps no session of it.

const TOKEN = '/account/desk-token';
const HELLO = 'Hello. How can we help?';
const NAME = 'Quillon';

for (const [what, wanted] of [
  ['a cookie', {}],
  ['a key', { blocks: 'desk' }],
] as const)
  test(`a sign-out ends the session of an assertion that reaches the server after it, kept by ${what}`, async ({
    desk,
    owner,
    newBrowser,
  }) => {
    const browser = await newBrowser(wanted);
    await browser.route(`**${TOKEN}`, async (route) =>
      route.fulfill({ body: await desk.login.sign(new Date(), { sub: owner.customer.id }) }),
    );
    const url = desk.pageFor('desk.example', { 'data-identity': TOKEN });

    // the first tab is on a slow line
    const slow = new Shopper(await browser.newPage());
    const held = new Promise<Route>((hold) =>
      slow.page.route('**/v1/identity/assertions*', hold, { times: 1 }),
    );
    await slow.page.goto(url);
    await slow.launcher.click();
    const assertion = await held;

    const shopper = await openTab(browser, url);
    await expect(shopper.headline).toContainText(NAME);
    await shopper.button('Your account').click();
    await shopper.button('Sign out').click();
    await expect(shopper.headline).toHaveText(HELLO);

    const told = slow.page.waitForResponse((each) => each.url().includes('/identity/assertions'));
    await assertion.continue();
    const { token } = (await (await told).json()) as { token: string };
    const headers = { Authorization: `Bearer ${token}` };
    const asked = async () => (await fetch(`${desk.url}/v1/session`, { headers })).status;
    await expect.poll(asked).toBe(401);
    for (const tab of [slow, shopper]) await expect(tab.headline).toHaveText(HELLO);

    // a page that says nothing of who is there finds nobody
    await shopper.page.goto(desk.pageFor('desk.example'));
    await shopper.open();
    await expect(shopper.headline).toHaveText(HELLO);
    expect([...slow.complaints, ...shopper.complaints]).toEqual([]);
  });
