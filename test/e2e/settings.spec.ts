import { axeFinds } from './desk/axe.ts';
import { employ } from './desk/colleague.ts';
import { expect, test } from './desk/fixture.ts';

// Admins set the shop in the console: each page saves as one, and the audit log keeps what it changed.

test('an admin tries a policy on a real order, sets hours and brand, and reads what was changed', async ({
  browser,
  desk,
  owner,
}) => {
  const ada = await employ(browser, desk, {
    ...{ email: `ada-of-${owner.email}`, name: 'Ada Lind', role: 'admin' },
  });
  const { page } = ada;
  const pages = page.getByRole('navigation', { name: 'Settings' });
  const save = page.getByRole('button', { name: 'Save' });
  const told = page.getByRole('status').filter({ hasText: 'Saved.' });
  await page.keyboard.press('g');
  await page.keyboard.press('3');

  await pages.getByRole('link', { name: 'Policy' }).click();
  const preview = page.getByRole('table', { name: 'On a real order' });
  await expect(preview.getByRole('row', { name: 'Return' })).toBeVisible();
  const returns = page.getByRole('group', { name: 'Returns' });
  const days = returns.getByRole('group', { name: /^Days to return/ }).getByLabel('Days');
  await days.fill('9000');
  await expect(returns.getByText(/3650/)).toBeVisible();
  await days.fill('45');
  await expect(returns.getByText(/3650/)).toBeHidden();
  await page.getByLabel('Shoppers settle nothing by themselves').check();
  await expect(returns).toBeHidden();
  await page.getByLabel('Shoppers settle nothing by themselves').uncheck();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(save).toHaveAttribute('aria-disabled', 'true');

  await pages.getByRole('link', { name: 'Hours and answers' }).click();
  await page.getByRole('button', { name: 'Add hours' }).click();
  const last = page.getByRole('region', { name: 'Opening hours' }).getByRole('listitem').last();
  await last.getByLabel('Opens').fill('18:00');
  await save.click();
  await expect(last.getByText(/Closes before it opens/)).toBeVisible();
  await last.getByLabel('Closes').fill('20:00');
  await save.click();
  await expect(told).toContainText('hours');
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the config file' }).click();
  await expect(page.getByText('As in the config file')).toBeVisible();

  await pages.getByRole('link', { name: 'Look' }).click();
  await page.getByLabel('Corners, px').fill('6');
  await save.click();
  await expect(told).toContainText('radius');
  expect((await (await fetch(`${desk.url}/v1/desk`)).json()).brand).toMatchObject({ radius: 6 });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await axeFinds(page)).toEqual([]);

  await pages.getByRole('link', { name: 'Audit log' }).click();
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(log.getByRole('row', { name: /Ada Lind.*Setting changed.*radius/ })).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');

  await pages.getByRole('link', { name: 'Look' }).click();
  await page.getByRole('button', { name: 'Back to the config file' }).click();
  await expect(page.getByText('As in the config file')).toBeVisible();
  expect(ada.complaints).toEqual([]);
  await page.context().close();
});
