import type { Locator } from '@playwright/test';
import { axeFinds } from './desk/axe.ts';
import { employ, type Colleague } from './desk/colleague.ts';
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
  await expect(told).toContainText('Opening hours:');
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the config file' }).click();
  await expect(page.getByText('As in the config file')).toBeVisible();

  await pages.getByRole('link', { name: 'Look' }).click();
  await page.getByLabel('Corners, px').fill('6');
  await save.click();
  await expect(told).toContainText('Corners, px: – → 6');
  expect((await (await fetch(`${desk.url}/v1/desk`)).json()).brand).toMatchObject({ radius: 6 });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await axeFinds(page)).toEqual([]);

  await pages.getByRole('link', { name: 'Audit log' }).click();
  const log = page.getByRole('table', { name: 'Audit log' });
  await expect(
    log.getByRole('row', { name: /Ada Lind.*Setting changed.*Corners, px: – → 6/ }),
  ).toBeVisible();
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

test('what is not saved in a setting is there again after a session that ended', async ({
  browser,
  desk,
  owner,
}) => {
  const email = `una-of-${owner.email}`;
  const una = await employ(browser, desk, { email, name: 'Una Holm', role: 'admin' });
  const { page } = una;
  await page.goto(`${desk.url}/console#settings/brand`);
  await page.getByLabel('Corners, px').fill('9');
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  // the session is gone while they type
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Your work e-mail')).toBeVisible();
  // in again, in another window
  await page.context().addCookies(cookies);
  const next = await page.context().newPage();
  await next.goto(`${desk.url}/console#settings/brand`);
  await expect(next.getByLabel('Corners, px')).toHaveValue('9');
  await next.getByRole('button', { name: 'Cancel' }).click();
  await next.reload();
  await expect(next.getByLabel('Corners, px')).not.toHaveValue('9');
  await page.context().close();
});

test('the look that is being chosen is the panel’s at once, in the light and in the dark', async ({
  browser,
  desk,
  owner,
}) => {
  const email = `vera-of-${owner.email}`;
  const vera = await employ(browser, desk, { email, name: 'Vera Holm', role: 'admin' });
  const { page } = vera;
  await page.goto(`${desk.url}/console#settings/brand`);
  const corners = page.getByLabel('Corners, px');
  await corners.focus();
  const shop = page.frameLocator('iframe[title="How it looks"]');
  const panel = shop.getByRole('dialog');
  const order = panel.getByRole('link', { name: /4182/ });
  const colourOf = (what: Locator) =>
    what.evaluate((node) => getComputedStyle(node).getPropertyValue('--fd-accent').trim());
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(/Vera/);
  await expect(order).toBeVisible();
  await expect(shop.getByRole('button', { name: 'Help', exact: true })).toBeVisible();
  await expect(corners, 'the panel that opens takes no focus').toBeFocused();
  const before = await panel.evaluate((node) => getComputedStyle(node).backgroundColor);

  await page.getByLabel('Brand colour').last().fill('#b3261e');
  await expect.poll(() => colourOf(order)).toBe('#b3261e');
  await page.getByLabel('Brand colour').last().fill('#b32');
  expect(await colourOf(order)).toBe('#b3261e');
  await corners.fill('0');
  await expect(panel).toHaveCSS('border-top-left-radius', '0px');
  await page.getByRole('button', { name: 'Dark' }).press('Enter');
  await expect(panel).not.toHaveCSS('background-color', before);
  await expect(shop.locator('body')).toHaveCSS('background-color', 'rgb(22, 24, 23)');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await axeFinds(page)).toEqual([]);
    await expect(page.getByRole('button', { name: 'Dark' })).toBeFocused();
  }
  // nobody of another site frames it, and it frames nobody
  const { headers } = await fetch(`${desk.url}/console/preview.html`);
  expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
  expect(headers.get('Content-Security-Policy')).toContain("frame-src 'none'");
  const own = (await fetch(`${desk.url}/console`)).headers.get('Content-Security-Policy');
  expect(own).toContain("frame-ancestors 'none'");
  expect(vera.complaints).toEqual([]);
  await page.context().close();
});

test('of two who change the same, the later chooses field by field what counts, and loses nothing', async ({
  browser,
  desk,
  owner,
}) => {
  const [mia, tom] = await Promise.all(
    ['Mia', 'Tom'].map((name) =>
      employ(browser, desk, {
        ...{ email: `${name.toLowerCase()}-of-${owner.email}`, name, role: 'admin' },
      }),
    ),
  );
  if (!mia || !tom) throw new Error('Somebody is missing');
  for (const { page } of [mia, tom]) {
    await page.goto(`${desk.url}/console#settings/brand`);
    await expect(page.getByLabel('Corners, px')).not.toHaveValue('3');
  }
  const saveOf = ({ page }: Colleague) => page.getByRole('button', { name: 'Save' });
  await mia.page.getByLabel('Corners, px').fill('3');
  await tom.page.getByLabel('Brand colour').last().fill('#7a1fa2');
  await tom.page.getByLabel('Corners, px').fill('20');
  await mia.page.getByLabel('Brand colour').last().fill('#111111');
  await saveOf(mia).click();
  await expect(mia.page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();

  await saveOf(tom).click();
  const news = tom.page.getByRole('alert');
  await expect(news).toContainText('Mia has saved this meanwhile.');
  await expect(news.getByRole('listitem')).toHaveText([
    'Brand colour: #111111 → #7a1fa2',
    'Corners, px: 3 → 20',
  ]);
  expect(await axeFinds(tom.page)).toEqual([]);
  // after a reload it is asked again
  await tom.page.reload();
  await expect(news).toContainText('Mia has saved this meanwhile.');
  await news.getByRole('button', { name: 'Keep my changes' }).press('Enter');
  await expect(news).toBeHidden();
  await expect(saveOf(tom)).toBeFocused();
  await tom.page.keyboard.press('Enter');
  await expect(tom.page.getByRole('status').filter({ hasText: 'Saved.' })).toContainText('3 → 20');

  await mia.page.getByLabel('Corners, px').fill('5');
  await saveOf(mia).click();
  await mia.page.getByRole('alert').getByRole('button', { name: 'Take theirs' }).press('Enter');
  await expect(mia.page.getByLabel('Corners, px')).toHaveValue('20');
  await mia.page.getByRole('button', { name: 'Back to the config file' }).click();
  await expect(mia.page.getByText('As in the config file')).toBeVisible();
  for (const { page, complaints } of [mia, tom]) {
    expect(complaints.filter((each) => !each.includes('409'))).toEqual([]);
    await page.context().close();
  }
});

test('an admin sets reasons and rules by keyboard, takes back what was removed, and is asked before leaving', async ({
  browser,
  desk,
  owner,
}) => {
  const ida = await employ(browser, desk, {
    ...{ email: `ida-of-${owner.email}`, name: 'Ida Holm', role: 'admin' },
  });
  const { page } = ida;
  const pages = page.getByRole('navigation', { name: 'Settings' });
  await page.keyboard.press('g');
  await page.keyboard.press('3');
  await pages.getByRole('link', { name: 'Policy' }).click();

  const reasons = page.getByRole('group', { name: 'Reasons for a return' });
  const row = reasons
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { name: 'Too large' }) });
  await row.getByRole('checkbox', { name: 'Too large' }).uncheck();
  await expect(row.getByText('Not offered')).toBeVisible();
  await row.getByRole('checkbox', { name: 'Too large' }).check();
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  const offered = row.getByRole('group', { name: 'What is offered, best first' });
  for (const each of ['Refund', 'Store credit', 'Exchange'])
    await offered.getByRole('checkbox', { name: each }).check();
  const first = offered.getByRole('listitem').first();
  const before = (await first.textContent())?.trim();
  await first.getByRole('button', { name: /down/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Move ${before} down, 2 of` })).toBeFocused();
  await expect(first).not.toHaveText(before ?? '');

  await row.getByRole('button', { name: 'Add a question' }).click();
  const question = row.getByRole('group', { name: 'Question 1' });
  await expect(question.getByLabel('Question 1, English')).toBeFocused();
  await expect(question.getByLabel('Answer 2, English')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('By how much?');
  await question.getByLabel('Answer 1, English').fill('A size');
  await question.getByLabel('Answer 2, English').fill('More');
  await row.getByLabel('Add a language').selectOption({ label: 'German' });
  await question.getByLabel('Question 1, German').fill('Um wie viel?');
  await expect(question.getByLabel('Answer 2, English')).toHaveAttribute('aria-invalid', 'false');

  const rules = page.getByRole('group', { name: 'Rules by product' });
  await rules.getByRole('button', { name: 'Add a rule' }).click();
  const rule = rules.locator('li.rule').last();
  await expect(rule.locator('summary')).toBeFocused();
  await expect(rule.locator('summary')).toHaveText('Every item: nothing yet');
  await rule.getByLabel('Countries they went to').fill('Norway');
  await rule.getByLabel('Tags').fill('outlet');
  await expect(rule.getByText('This value has another form.')).toBeVisible();
  await rule.getByLabel('Countries they went to').fill('NO\nCH');
  await rule.getByLabel('Sold as final').selectOption('Yes');
  await expect(rule.locator('summary')).toHaveText(
    'Tag outlet and sent to Norway or Switzerland: final sale',
  );
  await expect(rule.getByText('This value has another form.')).toBeHidden();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page)).toEqual([]);
  }

  await rule.getByRole('button', { name: /^Remove Rule/ }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(rules.getByText(/Tag outlet and sent to/)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(rules.getByText(/Tag outlet and sent to/)).toBeVisible();

  await pages.getByRole('link', { name: 'Look' }).click();
  const asked = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(asked).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(rules.getByText(/Tag outlet and sent to/)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toContainText(
    'Reasons for a return · Too large · What is offered, best first:',
  );

  await page.reload();
  await expect(rules.getByText(/Tag outlet and sent to/)).toBeVisible();
  await page.getByRole('group', { name: 'Returns' }).getByLabel('Allowed').uncheck();
  await pages.getByRole('link', { name: 'Look' }).click();
  await asked.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByLabel('Corners, px')).toBeVisible();
  await pages.getByRole('link', { name: 'Policy' }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the config file' }).click();
  await expect(page.getByText('As in the config file')).toBeVisible();
  expect(ida.complaints).toEqual([]);
  await page.context().close();
});
