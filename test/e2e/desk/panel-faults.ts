import type { Page } from '@playwright/test';
import { axeFinds } from './axe.ts';

/** What axe finds in the desk, and whether its open panel scrolls sideways; [] when it is sound. */
export async function panelFaults(page: Page): Promise<string[]> {
  const sideways = await page.locator('fd-panel dialog').evaluate(async (dialog) => {
    // a room comes in from the side, where nothing moves too: in its first picture
    await Promise.allSettled(
      dialog.getAnimations({ subtree: true }).map(({ finished }) => finished),
    );
    return [...dialog.querySelectorAll('.body')]
      .map((body) => body.scrollWidth - body.clientWidth)
      .filter((pixels) => pixels !== 0)
      .map((pixels) => `${pixels} pixels to scroll sideways`);
  });
  return [...sideways, ...(await axeFinds(page, { within: 'front-desk' }))];
}
