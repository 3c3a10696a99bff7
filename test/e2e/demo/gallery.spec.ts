import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addressOf, groups, type State } from '../../../demo/gallery/states.ts';
import { deep } from '../desk/deep.ts';
import { expect, test } from './site.ts';

// Every room in every state; a sample of them unless the run is a deep one.

const looks = [
  { locale: 'en-GB', scheme: 'light', width: 390 },
  { locale: 'de', scheme: 'dark', width: 320 },
  { locale: 'ar', scheme: 'light', width: 1280 },
];
const ONE_IN = deep ? 1 : 13;

const all = looks.flatMap((look) =>
  groups.flatMap(({ title, states }) =>
    states.map((state) => ({ look, state, name: `${title}: ${state.title}` })),
  ),
);

for (const [index, { look, state, name }] of all.entries()) {
  if (index % ONE_IN !== 0) continue;
  const { width, ...words } = look;
  test(`“${name}” is sound at ${width} px, ${words.locale}, ${words.scheme}`, async ({
    page,
    site,
  }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 760 });
    await page.goto(`${site}gallery/${addressOf(state, words)}`);
    await arrive(page, state);

    const panel = page.locator('fd-panel dialog');
    const sideways = await panel.evaluate((dialog) =>
      [...dialog.querySelectorAll('.body')].map((body) => body.scrollWidth - body.clientWidth),
    );
    expect(sideways, 'pixels to scroll sideways').toEqual([0]);
    const { violations } = await new AxeBuilder({ page }).include('front-desk').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** Until the state is what its name says. */
async function arrive(page: Page, { hold }: State): Promise<void> {
  await expect(page.locator('html[data-shown]')).toBeAttached({ timeout: 20_000 });
  await expect(page.locator('fd-panel dialog')).toBeVisible();
  if (hold) await expect(page.locator('fd-panel .sk').first()).toBeVisible();
  else await expect(page.locator('fd-panel .sk')).toHaveCount(0);
}
