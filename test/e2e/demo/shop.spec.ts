import type { Page } from '@playwright/test';
import { axeFinds } from '../desk/axe.ts';
import { expect, pages, test } from './site.ts';

/** Fails the test when the page complains. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return complaints;
}

// one visit, as a shopper makes it: the mock's data are there from the second page on
test('each page is one anybody can use, small and dark too', async ({ page, site }) => {
  test.setTimeout(120_000);
  const complaints = listen(page);
  for (const path of pages)
    await test.step(`/${path}`, async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.goto(site + path);
      await expect(page.getByRole('button', { name: 'Help and orders' })).toBeVisible();
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, 'pixels to scroll sideways').toBe(0);
      expect(await axeFinds(page)).toEqual([]);

      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      expect(await axeFinds(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
});

test.describe('without the mock', () => {
  // A page whose worker is still on its way reloads itself once; links, products and the cart need none.
  test.use({ serviceWorkers: 'block' });

  test('every link of the shop leads somewhere', async ({ page, site }) => {
    const wanted = new Set<string>();
    for (const path of pages) {
      await page.goto(site + path);
      const links = page.locator('a[href]');
      for (const href of await links.evaluateAll((all) =>
        all.map((a) => (a as HTMLAnchorElement).href),
      ))
        if (href.startsWith(site) && !href.includes('#front-desk')) wanted.add(href);
    }
    for (const href of wanted) {
      expect((await page.request.get(href)).status(), href).toBe(200);
      const { hash } = new URL(href);
      if (!hash) continue;
      await page.goto(href, { waitUntil: 'commit' });
      await expect(page.locator(hash), href).toHaveCount(1);
    }
  });

  test('each product has its page', async ({ page, site }) => {
    await page.goto(site);
    const links = await page
      .locator('a.card')
      .evaluateAll((all) =>
        all.map((a) => [(a as HTMLAnchorElement).href, a.querySelector('.card-name')?.textContent]),
      );
    expect(links.length).toBeGreaterThan(14);
    for (const [href, name] of links) {
      await page.goto(href!, { waitUntil: 'commit' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name!);
    }
  });

  test('a coat goes into the cart, is counted, summed up and taken out again', async ({
    page,
    site,
  }) => {
    await page.goto(`${site}product.html`);
    await page.getByRole('radio', { name: 'L', exact: true }).check();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expect(
      page.getByRole('status').getByText('Field coat, L, is in your cart.'),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'Cart, 1' })).toBeVisible();

    await page.getByRole('link', { name: 'See your cart' }).click();
    await page.getByLabel('How many: Field coat, L').selectOption('2');
    await expect(page.getByRole('definition').nth(2)).toHaveText('€498.00');
    await page.getByRole('button', { name: 'Remove Field coat, L' }).click();
    await expect(page.getByText('Nothing in it yet.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your cart', exact: true })).toBeFocused();
  });
});
