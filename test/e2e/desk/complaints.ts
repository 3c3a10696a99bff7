import type { Page } from '@playwright/test';

/** What goes wrong on a page from now on: must stay empty. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // the browser's own line about an answer of 4xx or 5xx is not ours to keep away
    const ofBrowser = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !ofBrowser) complaints.push(message.text());
  });
  return complaints;
}
