import type { Page } from '@playwright/test';
import { axeFinds } from './axe.ts';
import { still } from './still.ts';

/** The desk, and what stands alone in its place. */
export const desks = 'front-desk, fd-order-tracker, fd-returns';
/** What holds the room in each. */
export const frame = 'fd-panel dialog, fd-page section:has(> .body)';

/** What axe finds in the desk, and whether its room scrolls sideways; [] when it is sound. */
export async function panelFaults(page: Page): Promise<string[]> {
  const holder = page.locator(frame);
  await still(holder);
  const sideways = await holder.evaluate((element) =>
    [...element.querySelectorAll('.body')]
      .map((body) => body.scrollWidth - body.clientWidth)
      .filter((pixels) => pixels !== 0)
      .map((pixels) => `${pixels} pixels to scroll sideways`),
  );
  return [...sideways, ...(await axeFinds(page, { within: desks }))];
}
