import { chromium } from '@playwright/test';
import { playwrightLaunch } from '../../scripts/browsers.mjs';
import { expect, test } from './desk/fixture.ts';
import { leave, Shopper, welcome } from './desk/shopper.ts';

// What happens to the page around the desk: it is swapped, printed, framed, left and come back to.

test('a router that swaps the body and runs its scripts again keeps one desk, and its hash leads on', async ({
  browser,
  desk,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.button('Close').click();
  // as Turbo does: the body is another, its scripts are made anew, the head keeps what it has
  await shopper.page.evaluate(() => {
    const tag = document.querySelector<HTMLScriptElement>('script[data-api]')!;
    const again = document.createElement('script');
    for (const { name, value } of tag.attributes) again.setAttribute(name, value);
    const next = document.createElement('body');
    next.innerHTML = '<h1>Another page</h1><a href="#front-desk/find">Where is it?</a>';
    next.append(again);
    const loaded = new Promise((done) => again.addEventListener('load', done));
    history.pushState({}, '', '/another-page');
    document.documentElement.replaceChild(next, document.body);
    document.dispatchEvent(new CustomEvent('turbo:load'));
    return loaded;
  });
  await expect(shopper.page.locator('front-desk')).toHaveCount(1);
  await shopper.page.getByRole('link', { name: 'Where is it?' }).click();
  await expect(shopper.panel.getByLabel('Order number')).toBeVisible();
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('two desks on a page open one by one and share nothing they were told', async ({
  browser,
  desk,
}) => {
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.page.evaluate(() => {
    const [first] = document.querySelectorAll('front-desk');
    const second = document.createElement('front-desk');
    for (const [name, value] of [
      ['api', first!.getAttribute('api')!],
      ['label', 'Second'],
      ['position', 'start'],
      ['locale', 'de'],
    ] as const)
      second.setAttribute(name, value);
    document.body.append(second);
  });
  await shopper.page.getByRole('button', { name: 'Second' }).click();
  await expect(shopper.page.getByRole('dialog', { name: 'Hilfe und Bestellungen' })).toBeVisible();
  await expect(shopper.panel).toBeVisible();
  await shopper.page.evaluate(() => document.querySelector('[label=Second]')!.remove());
  await shopper.button('Track as guest').click();
  await expect(shopper.panel.getByLabel('Order number')).toBeVisible();
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('on paper a page is as it is without the desk', async ({ browser, desk }) => {
  const shopper = await welcome(browser, desk);
  await shopper.page.emulateMedia({ media: 'print' });
  const without = await shopper.page.evaluate(() => document.documentElement.scrollHeight);
  await shopper.page.emulateMedia({ media: 'screen' });
  await shopper.open();
  await shopper.page.emulateMedia({ media: 'print' });
  await expect(shopper.panel).toBeHidden();
  await expect(shopper.launcher).toBeHidden();
  expect(await shopper.page.evaluate(() => document.documentElement.scrollHeight)).toBe(without);
  await shopper.page.emulateMedia({ media: 'screen' });
  await expect(shopper.panel).toBeVisible();
  await leave(shopper);
});

test('in a frame the desk keeps to it', async ({ browser, desk }) => {
  const framed = `<iframe title="Preview" src="${desk.site.page()}" width="700" height="480"></iframe>`;
  const shopper = await welcome(browser, desk, desk.site.page({ body: framed }));
  const frame = shopper.page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Help' }).click();
  await expect(frame.getByRole('dialog', { name: 'Help and orders' })).toBeVisible();
  await expect(shopper.panel).toBeHidden();
  await shopper.open();
  await expect(shopper.panel).toBeVisible();
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

test('a page that is come back to is as it was left, from the browser’s own keeping', async ({
  desk,
}) => {
  // this one keeps pages, as browsers do outside of tests
  const browser = await chromium.launch({
    ...playwrightLaunch(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage();
    const shopper = new Shopper(page);
    await page.goto(desk.site.page());
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['kept'] = String(persisted);
      }),
    );
    await shopper.open();
    await shopper.button('Track as guest').click();
    await shopper.panel.getByLabel('Order number').fill('4182');
    await page.goto(desk.site.page({ body: '<p>Elsewhere</p>' }));
    await expect(page.getByText('Elsewhere')).toBeVisible();
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-kept', 'true');
    await expect(shopper.panel.getByLabel('Order number')).toHaveValue('4182');
    await shopper.button('Close').click();
    await shopper.open();
    expect(shopper.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
