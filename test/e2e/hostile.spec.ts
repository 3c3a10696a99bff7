import type { Route } from '@playwright/test';
import { expect, test } from './desk/fixture.ts';
import type { HostPage } from './desk/host-page.ts';
import { hosts } from './desk/hosts.ts';
import { leave, welcome, type Shopper } from './desk/shopper.ts';
import { within } from './desk/within.ts';

// Broken backends and rude pages: the panel stays usable, or says within five seconds how else to
// reach the shop, and the merchant's page never sees an error of ours.

/** Five seconds, and one in which it is looked for. */
const soon = within(6);
const wayOut = { attributes: { 'data-fallback': 'mailto:help@shop.example' } };
/** Whatever leads to a person. */
const wayOutLink = (shopper: Shopper) =>
  shopper.page
    .getByRole('link')
    .and(shopper.page.locator('[href^="mailto:help@shop.example"]'))
    .first();

const json = (body: string) => (route: Route) =>
  route.fulfill({ status: 200, contentType: 'application/json', headers: cors(route), body });
const cors = (route: Route) => ({
  'access-control-allow-origin': route.request().headers()['origin'] ?? '*',
  'access-control-allow-credentials': 'true',
});
const problem = {
  type: 'urn:front-desk:problem:internal',
  title: 'Broken',
  status: 500,
  code: 'internal',
  detail: 'Something broke on our side. Nothing was changed; try again.',
};

const brokenBackends: Record<string, (route: Route) => Promise<void> | void> = {
  'answers 500': (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      headers: cors(route),
      body: JSON.stringify(problem),
    }),
  'never answers': () => undefined,
  'cannot be reached': (route) => route.abort(),
  'sends half an answer': json('{"shop":"tau","name":"A sh'),
  'sends an answer of another kind': json('{"surprise":[null,42]}'),
  'sends a list where an object should be': json('[]'),
  'sends null': json('null'),
  'sends a page of a proxy': (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
};

for (const [what, answer] of Object.entries(brokenBackends))
  test(`a backend that ${what}: the shopper is told how else to reach the shop`, async ({
    browser,
    desk,
  }) => {
    const shopper = await welcome(browser, desk, desk.site.page(wayOut));
    await shopper.page.route('**/v1/**', answer);
    await shopper.launcher.click();
    await expect(wayOutLink(shopper)).toBeVisible(soon);
    expect(shopper.complaints.filter((line) => !ofBrowser(line))).toEqual([]);
    await leave(shopper);
  });

test('over slow 3G the panel comes, or the shopper is told until then how else to reach the shop', async ({
  browser,
  desk,
}) => {
  const shopper = await welcome(browser, desk, desk.site.page(wayOut));
  const line = await shopper.page.context().newCDPSession(shopper.page);
  await line.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400, connectionType: 'cellular3g' },
    ...{ downloadThroughput: 50_000, uploadThroughput: 50_000 },
  });
  await shopper.launcher.click();
  const guest = shopper.button('Track as guest');
  await expect(guest.or(wayOutLink(shopper)).first()).toBeVisible(soon);
  // a way out that was offered meanwhile gives place to the panel
  await expect(guest).toBeVisible();
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('code that does not come: the shopper is told how else to reach the shop', async ({
  browser,
  desk,
}) => {
  const shopper = await welcome(browser, desk, desk.site.page(wayOut));
  await shopper.page.route('**/c/**', (route) => route.abort());
  await shopper.launcher.click();
  await expect(wayOutLink(shopper)).toBeVisible(soon);
  expect(shopper.complaints.filter((line) => !ofBrowser(line))).toEqual([]);
  await leave(shopper);
});

test('orders that break once signed in: the rest stays, and trying again helps', async ({
  browser,
  desk,
  owner,
}) => {
  const list = /\/v1\/orders(\?|$)/;
  const shopper = await welcome(browser, desk);
  await shopper.page.route(list, brokenBackends['answers 500']!);
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await shopper.tab('Orders').click();
  await expect(shopper.headline).toHaveText('Your orders did not load', soon);
  await expect(wayOutLink(shopper)).toBeVisible();
  await shopper.page.unroute(list);
  await shopper.button('Try again').click();
  await expect(shopper.link(new RegExp(`Order ${owner.numberOf('split')}`))).toBeVisible();
  await leave(shopper);
});

const strictPolicy = [
  "default-src 'none'",
  'script-src DESK',
  'connect-src DESK',
  'img-src DESK',
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const rudePages: Record<string, HostPage> = {
  'forbids all but the desk’s own files, by a strict policy': { csp: strictPolicy },
  'pastes the tag twice': { tags: 2 },
  'loads the tag as a module': { module: true },
  'hides every empty div': { head: hosts['empty-div.css']! },
  'unsets every style': { head: hosts['unset.css']! },
  'shrinks the root': { head: hosts['root.css']! },
  'turns everything around': {
    head: `<style>*{box-sizing:content-box!important;position:static;transform:none}
      button{display:none!important} dialog{display:none!important}</style>`,
  },
  'has lifted its own things to the top': {
    head: '<style>.bar{position:fixed;inset:0;z-index:2147483647;pointer-events:none}</style>',
    body: '<div class="bar"></div>',
  },
  'has changed Array.from, Object.values and Event': { head: hosts['changed-globals.js']! },
  'refuses to store': { head: hosts['no-storage.js']! },
  'is full': { head: hosts['full-storage.js']! },
  'lives a day ago': { head: hosts['a-day-ago.js']! },
};

for (const [what, page] of Object.entries(rudePages))
  test(`a page that ${what}: the shopper signs in and sees an order`, async ({
    browser,
    desk,
    owner,
  }) => {
    const shopper = await welcome(browser, desk, desk.site.page(page));
    await expect(shopper.page.getByRole('button', { name: 'Help' })).toHaveCount(1);
    await shopper.open();
    await shopper.signIn(owner.email, desk);
    await shopper.openOrder(owner.numberOf('expired'));
    await expect(shopper.headline).toHaveText('No news from the carrier');
    const size = await shopper.headline.evaluate((heading) => getComputedStyle(heading).fontSize);
    expect(size).toBe('28px');
    expect(shopper.complaints).toEqual([]);
    await leave(shopper);
  });

test('no cookie: the shopper can still sign in, for as long as the page lives', async ({
  browser,
  desk,
  owner,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.page.route(/\/v1\/(session|identity)\//, async (route) => {
    const answer = await route.fetch();
    const headers = answer.headers();
    delete headers['set-cookie'];
    await route.fulfill({ response: answer, headers });
  });
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await shopper.openOrder(owner.numberOf('expired'));
  await expect(shopper.headline).toHaveText('No news from the carrier');
  await leave(shopper);
});

test('a router that swaps the body keeps the desk, once', async ({ browser, desk }) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.page.evaluate(() => {
    const next = document.createElement('body');
    next.innerHTML = '<main><h1>Another page</h1></main>';
    history.pushState({}, '', '/page-of-the-router');
    document.body.replaceWith(next);
  });
  await expect(shopper.page.getByText('Another page')).toBeVisible();
  await expect(shopper.launcher).toHaveCount(1);
  await expect(shopper.headline).toHaveText('Hello. How can we help?');
  await shopper.button('Close').click();
  await expect(shopper.panel).toBeHidden();
  await shopper.open();
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('calls made before the script came are done when it comes', async ({ browser, desk }) => {
  const head = `<script>
    window.FrontDesk = window.FrontDesk || [];
    FrontDesk.push(['open', 'find']);
    FrontDesk.push(['unread', 2]);
  </script>`;
  const shopper = await welcome(browser, desk, desk.site.page({ head }));
  await expect(shopper.panel.getByLabel('Order number')).toBeVisible();
  await expect(shopper.page.getByRole('button', { name: 'Help, 2' })).toBeVisible();
  await leave(shopper);
});

test('a desk without mail says how else to reach the shop', async ({ browser, desk }) => {
  const shopper = await welcome(browser, desk);
  await shopper.page.route('**/v1/desk*', async (route) => {
    const answer = await route.fetch();
    const { emailCode: _, ...capabilities } = (await answer.json()).capabilities;
    await route.fulfill({
      response: answer,
      json: { ...(await answer.json()), capabilities },
    });
  });
  await shopper.open();
  await expect(shopper.button('Track as guest')).toBeVisible();
  await expect(shopper.button('Sign in')).toHaveCount(0);
  await expect(shopper.link(/Write to us/)).toHaveAttribute('href', 'mailto:help@shop.example');
  await leave(shopper);
});

/** The browser's own words about a request that a test has broken. */
const ofBrowser = (line: string): boolean => /CORS policy|net::ERR/.test(line);
