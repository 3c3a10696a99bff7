import { axeFinds } from './desk/axe.ts';
import { employ } from './desk/colleague.ts';
import { expect, test } from './desk/fixture.ts';

// What a customer may do with an order, the shop's people do for them from beside the thread.

test('a lead cancels an order from the customer’s column, says why, and takes it back', async ({
  browser,
  desk,
  owner,
}) => {
  const { id, number } = owner.order('placed');
  const caller = desk.caller();
  await caller.signIn(owner.email);
  const opened = await (await caller.send('POST', '/conversations', {})).json();
  const said = { client: 'please-cancel-it', text: 'Please cancel what I ordered today' };
  await caller.send('POST', `/conversations/${opened.id}/messages`, said);
  const lena = await employ(browser, desk, {
    ...{ email: `lena-at-orders-of-${owner.email}`, name: 'Lena Ost', role: 'lead' },
  });
  const { page } = lena;
  await lena.row(said.text).click();
  const beside = page.getByRole('complementary');
  await beside.getByRole('button', { name: `${number} ·` }).click();
  await expect(beside.getByRole('heading', { name: `Order ${number}` })).toBeFocused();
  expect(await axeFinds(page)).toEqual([]);

  await beside.getByRole('button', { name: 'Cancel' }).click();
  const sheet = page.getByRole('dialog', { name: 'Cancel' });
  await sheet.getByRole('button', { name: 'See what it comes to' }).click();
  await expect(sheet.getByText('Given back')).toBeVisible();
  await sheet.getByLabel('Why you do it').selectOption('The customer asked');
  await sheet.getByLabel('In your words').fill('She called at nine');
  expect(await axeFinds(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFinds(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Do it' }).click();
  await expect(sheet).toBeHidden();
  await expect(beside.getByRole('status')).toContainText('Done.');
  await expect(beside.getByText('She called at nine')).toBeVisible();
  const order = await caller.order(id);
  expect([order.progress.status, order.receipts?.[0]?.by]).toEqual(['cancelled', 'shop']);

  await beside.getByRole('button', { name: 'Undo' }).click();
  await expect(beside.getByText('Taken back', { exact: true })).toBeVisible();
  expect((await caller.order(id)).progress.status).toBe('placed');
  expect(lena.complaints).toEqual([]);
  await page.context().close();
});
