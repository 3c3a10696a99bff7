import { expect, test } from './site.ts';

test('a visitor of the static site signs in with the code that the page shows, and stays signed in', async ({
  page,
  site,
}) => {
  await page.goto(`${site}account.html`);
  await page.getByRole('link', { name: /^Sign in/ }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).fill('mara@kern.eu');
  await page.keyboard.press('Enter');
  const note = page.locator('.mail-note-code');
  await expect(note).toHaveText(/^\d{6}$/);
  await page.locator('input[name="code"]').fill(await note.innerText());
  await expect(page.getByText('Mara')).toBeVisible();

  await page.goto(`${site}#front-desk/orders`);
  await expect(page.getByText('Order 4182')).toBeVisible();
  await expect(page.getByText('Order 4170')).toBeVisible();
});

test('a guest follows order 4182 on the static site', async ({ page, site }) => {
  await page.goto(`${site}help.html`);
  await page.getByRole('link', { name: 'Track as a guest' }).click();
  await page.locator('input[name="number"]').fill('4182');
  await page.locator('input[name="contact"]').fill('mara@kern.eu');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Left Rotterdam')).toBeVisible();
  await expect(page.getByText('Field coat')).toHaveCount(0);
});
