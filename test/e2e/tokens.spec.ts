import type { BrowserContext, Page, Response } from '@playwright/test';
import { expect, openTab, test } from './desk/two-sites.ts';
import { within } from './desk/within.ts';

// Where tokens live, in a browser that keeps the cookie and in those that do not. The shop is on
// another site than its backend unless a test says otherwise.

const HELLO = 'Hello. How can we help?';
const NAME = 'Quillon';
/** Where the shop tells who is signed in there. */
const TOKEN = '/account/desk-token';

/** All that scripts of the shop's page could read after the page has gone. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const found: { key: CryptoKeyPair; refreshToken: string }[] = [];
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (names.includes('front-desk')) {
      const db = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('front-desk');
        opening.onsuccess = () => done(opening.result);
      });
      const all = db.transaction('kept').objectStore('kept').getAll();
      await new Promise((done) => (all.onsuccess = done));
      found.push(...all.result);
      db.close();
    }
    return {
      texts: texts.join(),
      // what is saved stands there as well, whenever that has been asked for, and when somebody left
      marks: Object.keys(localStorage).filter((key) => !/:(wishes|left)$/.test(key)),
      keys: found.map(({ key, refreshToken }) => ({
        canBeTaken: key.privateKey.extractable,
        signs: key.privateKey.algorithm.name,
        refreshToken,
      })),
    };
  });

/** Requests for a new token that these tabs send from now on. */
function countRefreshes(context: BrowserContext): { path: string }[] {
  const asked: { path: string }[] = [];
  context.on('request', (request) => {
    const { pathname: path } = new URL(request.url());
    if (request.method() === 'POST' && path.endsWith('/refresh')) asked.push({ path });
  });
  return asked;
}

const passTenMinutes = (page: Page) =>
  page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 600_000;
  });
const lookAgain = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));

/** Ten minutes later, and the shopper looks at the tab again. */
async function lookLater(page: Page): Promise<void> {
  await passTenMinutes(page);
  await lookAgain(page);
}

/** The same in all tabs at once: one that is at work meanwhile must not tell another of a later time. */
async function lookLaterTogether(pages: Page[]): Promise<void> {
  await Promise.all(
    pages.map((page) =>
      page.evaluate(() => {
        const now = performance.now.bind(performance);
        performance.now = () => now() + (localStorage.getItem('later') ? 600_000 : 0);
      }),
    ),
  );
  await pages[0]!.evaluate(() => localStorage.setItem('later', 'yes'));
  await Promise.all(
    pages.map((page) => page.waitForFunction(() => localStorage.getItem('later') === 'yes')),
  );
  await Promise.all(pages.map(lookAgain));
}

/** The page has this answer to its end, and what it does with it at once is done. */
async function hasRead(page: Page, answer: Response): Promise<void> {
  expect(await answer.finished()).toBe(null);
  await page.evaluate(() => new Promise((turn) => setTimeout(turn)));
}

const refuseIndexedDb = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
};

for (const [what, host, sameSite] of [
  ['on the shop’s own site', 'desk.shop.example', 'Lax'],
  ['on another site', 'desk.example', 'None'],
] as const)
  test(`a backend ${what} keeps the session in a cookie, and in nothing else`, async ({
    desk,
    owner,
    newBrowser,
  }) => {
    const browser = await newBrowser({ blocks: 'third-party' });
    const shopper = await openTab(browser, desk.pageFor(host));
    await shopper.signIn(owner.email, desk);
    await shopper.page.reload();
    await shopper.open();
    await expect(shopper.headline).toContainText(NAME);
    const [cookie, ...more] = await browser.cookies();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({
      ...{ name: '__Host-front-desk-tau', domain: host, path: '/', sameSite },
      ...{ secure: true, httpOnly: true },
    });
    expect(Boolean((cookie as { partitionKey?: string }).partitionKey)).toBe(sameSite === 'None');
    expect(await kept(shopper.page)).toMatchObject({ marks: [], keys: [] });
    const code = await shopper.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(code.filter((name) => name.includes('/bound-'))).toEqual([]);
    expect(shopper.complaints).toEqual([]);
  });

const clockADayOff = () => {
  const { now } = Date;
  Date.now = () => now() - 86_400_000;
};

test('where the cookie is refused, a key that cannot be taken away keeps the session, on any clock', async ({
  desk,
  owner,
  newBrowser,
}) => {
  const browser = await newBrowser({ blocks: 'desk', before: clockADayOff });
  const url = desk.pageFor('desk.example');
  const shopper = await openTab(browser, url);
  await shopper.signIn(owner.email, desk);
  await expect.poll(async () => (await kept(shopper.page)).keys.length).toBe(1);
  const before = await kept(shopper.page);
  expect(before.keys[0]).toMatchObject({ canBeTaken: false, signs: 'ECDSA' });
  expect(before.texts).not.toContain(before.keys[0]!.refreshToken);
  expect(await browser.cookies()).toEqual([]);

  await shopper.page.reload();
  await shopper.open();
  await expect(shopper.headline).toContainText(NAME);
  const other = await openTab(browser, url);
  await expect(other.headline).toContainText(NAME);
  const after = await kept(shopper.page);
  expect(after.keys[0]!.refreshToken).not.toBe(before.keys[0]!.refreshToken);

  await shopper.button('Your account').click();
  await shopper.button('Sign out').click();
  await expect(shopper.headline).toHaveText(HELLO);
  await expect(other.headline).toHaveText(HELLO, within(1));
  await expect.poll(() => kept(shopper.page)).toMatchObject({ marks: [], keys: [] });
  await other.page.reload();
  await other.open();
  await expect(other.headline).toHaveText(HELLO);
  expect([...shopper.complaints, ...other.complaints]).toEqual([]);
});

for (const [what, wanted] of [
  ['the cookie and IndexedDB are', { blocks: 'desk', before: refuseIndexedDb }],
  ['all storage is', { blocks: 'everything' }],
] as const)
  test(`where ${what} refused, the session lives as long as the page`, async ({
    desk,
    owner,
    newBrowser,
  }) => {
    const browser = await newBrowser(wanted);
    const shopper = await openTab(browser, desk.pageFor('desk.example'));
    const bound = shopper.page.waitForResponse((answer) => answer.url().includes('/session/key'));
    await shopper.signIn(owner.email, desk);
    expect((await bound).status()).toBe(200);
    await hasRead(shopper.page, await bound);
    const renewed = shopper.page.waitForResponse((answer) => answer.url().includes('/key/refresh'));
    await lookLater(shopper.page);
    expect(await (await renewed).json()).toMatchObject({ kind: 'customer' });
    await expect(shopper.headline).toContainText(NAME);
    await shopper.page.reload();
    await shopper.open();
    await expect(shopper.headline).toHaveText(HELLO);
    expect(shopper.complaints).toEqual([]);
  });

for (const [what, wanted, path] of [
  ['by the cookie', {}, '/v1/session/refresh'],
  ['by the key', { blocks: 'desk' }, '/v1/session/key/refresh'],
] as const)
  test(`ten tabs whose tokens end at once renew them once, ${what}`, async ({
    desk,
    owner,
    newBrowser,
  }) => {
    const browser = await newBrowser(wanted);
    const url = desk.pageFor('desk.example');
    const first = await openTab(browser, url);
    await first.signIn(owner.email, desk);
    if ('blocks' in wanted)
      await expect.poll(async () => (await kept(first.page)).keys.length).toBe(1);
    const others = Array.from({ length: 9 }, () => openTab(browser, url));
    const tabs = [first, ...(await Promise.all(others))];
    // what hears of the other tabs comes with the orders, after the name
    for (const { panel } of tabs) await expect(panel.getByText(/^Order #/).first()).toBeVisible();
    const asked = countRefreshes(browser);
    const orders = tabs.map(({ page }) =>
      page.waitForResponse((answer) => answer.url().includes('/v1/orders')),
    );
    await lookLaterTogether(tabs.map(({ page }) => page));
    for (const answer of await Promise.all(orders)) expect(answer.status()).toBe(200);
    expect(asked).toEqual([{ path }]);
    for (const tab of tabs) await expect(tab.headline).toContainText(NAME);
  });

test('ten tabs of who is signed in at the shop ask it once when their tokens end', async ({
  desk,
  owner,
  newBrowser,
}) => {
  const browser = await newBrowser();
  const { id: sub } = owner.customer;
  let signed = 0;
  await browser.route(`**${TOKEN}`, async (route) => {
    signed += 1;
    await route.fulfill({ body: await desk.login.sign(new Date(), { sub }) });
  });
  const url = desk.pageFor('desk.shop.example', { 'data-identity': TOKEN });
  const tabs = await Promise.all(Array.from({ length: 10 }, () => openTab(browser, url)));
  for (const { panel } of tabs) await expect(panel.getByText(/^Order #/).first()).toBeVisible();
  const asked = countRefreshes(browser);
  signed = 0;
  const orders = tabs.map(({ page }) =>
    page.waitForResponse((answer) => answer.url().includes('/v1/orders')),
  );
  await lookLaterTogether(tabs.map(({ page }) => page));
  for (const answer of await Promise.all(orders)) expect(answer.status()).toBe(200);
  expect(asked).toHaveLength(1);
  expect(signed).toBe(1);
  for (const tab of tabs) await expect(tab.headline).toContainText(NAME);
});
