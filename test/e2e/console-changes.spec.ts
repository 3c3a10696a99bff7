import type { Browser, Locator, Page } from '@playwright/test';
import { axeFinds } from './desk/axe.ts';
import { employ, type Colleague } from './desk/colleague.ts';
import { deskOf, expect, test as ofShop, type Desk } from './desk/fixture.ts';
import { startSampleShop } from './desk/server.ts';

// Each sheet of an order beside its customer: by role and name, by keyboard, to what it has done.

const test = ofShop.extend<object, { sample: Desk }>({
  sample: [
    async ({}, use) => {
      const server = await startSampleShop();
      await use(deskOf(server, undefined as never));
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
// they change the same order, one after the other
test.describe.configure({ mode: 'serial' });

let lena: Colleague;
test.beforeAll(async ({ browser, sample }: { browser: Browser; sample: Desk }) => {
  lena = await employ(browser, sample, {
    ...{ email: 'lena@alder.example', name: 'Lena Ost', role: 'admin' },
  });
});
test.afterAll(async () => {
  expect(lena.complaints).toEqual([]);
  await lena.page.context().close();
});

const beside = (page: Page): Locator => page.locator('fd-order-view');

/** An order of Mara's, by its number in the palette, and a sheet of it. */
async function sheetOf(number: string, act: string): Promise<Locator> {
  const { page } = lena;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'A name, an order, an action' }).fill(number);
  await expect(page.getByRole('option', { name: `Order ${number}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible();
  await beside(page).getByRole('button', { name: act }).press('Enter');
  const sheet = page.getByRole('dialog', { name: act });
  await expect(sheet).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  return sheet;
}

/** By keyboard from what is chosen to what is done. */
async function doIt(sheet: Locator, words: string): Promise<void> {
  const { page } = lena;
  await sheet.getByRole('button', { name: 'See what it comes to' }).press('Enter');
  await expect(sheet.getByLabel('Why you do it')).toBeFocused();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(sheet.getByLabel('In your words')).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(beside(page).getByRole('status')).toContainText('Done.');
  await expect(beside(page).getByText(words)).toBeVisible();
}

test('another address', async () => {
  const sheet = await sheetOf('4196', 'Change the address');
  await sheet.getByLabel('Street').fill('Meir 50');
  await sheet.getByLabel('Postcode').fill('2018');
  await doIt(sheet, 'They moved');
  await expect(beside(lena.page).getByText('Meir 50')).toBeVisible();
  await expect(beside(lena.page).getByText('2018 Antwerp')).toBeVisible();
});

test('another contact, which has to be one', async () => {
  const sheet = await sheetOf('4196', 'Change the contact');
  await expect(sheet.getByRole('button', { name: 'See what it comes to' })).toBeDisabled();
  await sheet.getByLabel('Phone').fill('+32 470 00 00 99');
  await doIt(sheet, 'A new phone');
  await expect(beside(lena.page).getByText('+32 470 00 00 99')).toBeVisible();
});

test('other items: another variant, more of one, one that comes to it', async () => {
  const { page } = lena;
  const sheet = await sheetOf('4196', 'Change items');
  await sheet.getByRole('button', { name: 'Another variant: Field coat' }).press('Enter');
  await sheet.getByLabel('Which Field coat').selectOption({ label: 'Camel · L · €249.00' });
  await sheet.getByLabel('How many of Rib beanie').fill('2');
  const find = sheet.getByRole('combobox', { name: 'Add a product' });
  await find.fill('moss');
  await expect(sheet.getByRole('option', { name: 'Moss knit' })).toBeVisible();
  await find.press('Enter');
  await expect(find).toBeFocused();
  const more = sheet.getByRole('list', { name: 'Add items' });
  await expect(sheet.getByRole('button', { name: 'See what it comes to' })).toBeDisabled();
  await more.getByLabel('Which Moss knit').selectOption({ index: 1 });
  await doIt(sheet, 'As she said on the phone');
  await expect(beside(page).getByText('Camel · L')).toBeVisible();
  await expect(beside(page).getByText('2 × Rib beanie')).toBeVisible();
});

test('what is to go is cancelled, and nothing else that was chosen is lost', async () => {
  const { page } = lena;
  const items = await sheetOf('4196', 'Change items');
  await items.getByLabel('How many of Field coat').fill('3');
  await items.getByRole('button', { name: 'Take out Rib beanie' }).press('Enter');
  const cancel = page.getByRole('dialog', { name: 'Cancel' });
  await expect(cancel.getByLabel('How many of Rib beanie')).toHaveValue('2');
  await expect(cancel.getByLabel('How many of Field coat')).toHaveValue('0');
  await doIt(cancel, 'No beanie any more');
  await expect(beside(page).getByText('Rib beanie')).toBeHidden();
  const again = await sheetOf('4196', 'Change items');
  await expect(again.getByLabel('How many of Field coat')).toHaveValue('3');
  await page.keyboard.press('Escape');
});

test('another way to be sent, and to be paid', async () => {
  const delivery = await sheetOf('4196', 'Change the delivery');
  await expect(delivery.getByRole('button', { name: 'See what it comes to' })).toBeDisabled();
  await delivery.getByLabel('Delivery').selectOption({ index: 1 });
  await doIt(delivery, 'She needs it sooner');
  const payment = await sheetOf('4196', 'Change the payment');
  await payment.getByLabel('Payment').selectOption('PayPal');
  await doIt(payment, 'The card is lost');
  await expect(beside(lena.page).getByText('PayPal')).toBeVisible();
});

test('a return, and an exchange for another size', async () => {
  const { page } = lena;
  await page.emulateMedia({ colorScheme: 'dark' });
  const exchange = await sheetOf('4051', 'Exchange');
  await exchange.getByRole('spinbutton').first().fill('1');
  await page.keyboard.press('Tab');
  const which = exchange.getByRole('combobox', { name: /^Which / });
  await expect(which.getByRole('option')).not.toHaveCount(1);
  await which.selectOption({ index: 1 });
  await doIt(exchange, 'One size up');
  const back = await sheetOf('4051', 'Return');
  await back.getByRole('spinbutton').and(back.locator(':enabled')).first().fill('1');
  await doIt(back, 'And this one goes back');
  await page.emulateMedia({ colorScheme: 'light' });
});

test('the audit log says in words why it was done, and leads to the order', async () => {
  const { page } = lena;
  await page.goto(`${new URL(page.url()).origin}/console#settings/audit`);
  const log = page.getByRole('table', { name: 'Audit log' });
  const row = log.getByRole('row', { name: /Lena Ost.*Order cancelled.*Order 4196/ });
  await expect(row).toContainText('The customer asked');
  await expect(row).not.toContainText('customer_asked');
  await expect(row).toContainText('No beanie any more');
  await row.getByRole('link', { name: 'Order 4196' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Order 4196' })).toBeFocused();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: 'Orders' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Mara Kern' })).toBeVisible();
});

test('a rule by product names what is found by search, and says what is no more', async () => {
  const { page } = lena;
  await page.goto(`${new URL(page.url()).origin}/console#settings/policy`);
  const rules = page.getByRole('group', { name: 'Rules by product' });
  await rules.getByRole('button', { name: 'Add a rule' }).press('Enter');
  const rule = rules.locator('li.rule').last();
  const products = rule.getByRole('group', { name: 'Products' });
  await products.getByRole('combobox', { name: 'Add a product' }).fill('moss');
  await expect(products.getByRole('option', { name: 'Moss knit' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(products.getByRole('listitem')).toContainText('Moss knit');
  await expect(rule.locator('summary')).toContainText('Moss knit');
  const whole = page.getByRole('textbox', { name: 'All of it, as JSON' });
  await page.getByText('All of it, as JSON').click();
  const json = await whole.inputValue();
  await whole.fill(json.replace(/("products": \[)(?![^]*"products": \[)/, '$1"gone-1",'));
  await whole.press('Tab');
  const gone = products.getByRole('listitem').filter({ hasText: 'gone-1' });
  await expect(gone).toContainText('The shop no longer has this product.');
  expect(await axeFinds(page)).toEqual([]);
  await products.getByRole('button', { name: 'Take out gone-1' }).press('Enter');
  await expect(products.getByRole('listitem')).toHaveCount(1);
  await expect(products.getByRole('combobox', { name: 'Add a product' })).toBeFocused();
});
