import type { BrowserContext } from '@playwright/test';
import { expect, openTab, test, type TwoSites } from './desk/two-sites.ts';

// Whoever is signed in at the shop signs another device out: at once where the shop says that they
// have just signed in there, after a code where it says that it was long ago, or does not say.

const TOKEN = '/account/desk-token';

const signsIn = (browser: BrowserContext, { login }: TwoSites, claims: Record<string, unknown>) =>
  browser.route(`**${TOKEN}`, async (route) =>
    route.fulfill({ body: await login.sign(new Date(), claims) }),
  );

for (const [what, ago, isFresh] of [
  ['who has just signed in at the shop', 60, true],
  ['who signed in at the shop a week ago', 604_800, false],
  ['of whom the shop does not say since when', undefined, false],
] as const)
  test(`${isFresh ? 'no' : 'a'} code is asked of one ${what}`, async ({
    desk,
    owner,
    newBrowser,
  }) => {
    const url = desk.pageFor('desk.shop.example', { 'data-identity': TOKEN });
    const auth_time = ago && Math.floor(Date.now() / 1000) - ago;
    const [elsewhere, here] = await Promise.all([newBrowser(), newBrowser()]);
    for (const browser of [elsewhere, here])
      await signsIn(browser, desk, { sub: owner.customer.id, auth_time });
    const other = await openTab(elsewhere, url);
    await expect(other.headline).toContainText('Quillon');
    const shopper = await openTab(here, url);
    await shopper.button('Your account').click();
    await shopper.button(/^Sign out: /).click();
    if (!isFresh) {
      await expect(shopper.headline).toHaveText('Is it you?');
      await shopper.button('Send code').click();
      await shopper.panel.getByLabel('6-digit code').fill(await desk.codeFor(owner.email));
    }
    await expect(shopper.button(/^Sign out: /)).toHaveCount(0);
    await expect(shopper.headline).toContainText('Quillon');
    expect(shopper.complaints).toEqual([]);
  });
