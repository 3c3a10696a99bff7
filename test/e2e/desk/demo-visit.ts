import type { Page } from '@playwright/test';
import { Shopper } from './shopper.ts';

/** The static demo on a small screen in the dark; the code of a mail stands in a note on the page. */
export async function visitDemo(page: Page, site: string) {
  await page.setViewportSize({ width: 320, height: 760 });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  const shopper = new Shopper(page);
  await page.goto(site);
  const note = page.getByRole('status').filter({ hasText: 'Mail to' });
  const code = async () => (await note.getByText(/^\d{6}$/).textContent()) ?? '';
  return { shopper, code };
}
