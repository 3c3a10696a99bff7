import { axeFinds } from './desk/axe.ts';
import { employ } from './desk/colleague.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome } from './desk/shopper.ts';

// What a message shows beside its words, from either side, and answers that are chosen.

test('an order is asked about from its room, and the shop shows it with answers to choose from', async ({
  browser,
  desk,
  owner,
}) => {
  const number = owner.orders[0]!.number;
  const lena = await employ(browser, desk, {
    ...{ email: `cards-of-${owner.email}`, name: 'Lena Ost', role: 'lead' },
  });
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await shopper.openOrder(number);
  await shopper.panel.getByRole('button', { name: 'Ask about this order' }).click();
  const field = shopper.panel.getByLabel('Write a message');
  await expect(shopper.panel.getByText(`Order ${number}`)).toBeVisible();
  await field.fill('Does it come in two parcels?');
  await field.press('Enter');
  const log = shopper.panel.getByRole('log');
  await expect(log.getByRole('link')).toContainText(`Order ${number}`);
  await expect(log.getByText('Sent ')).toBeVisible();

  const row = lena.row('Does it come in two parcels');
  await row.click();
  const name = (await row.locator('.clip').first().textContent()) ?? '';
  const thread = lena.thread(name);
  await expect(thread.locator('.bub').getByText(`Order ${number}`)).toBeVisible();
  await lena.page.evaluate(async () => {
    const reply = { name: 'Which', text: 'Which one do you mean?', choices: ['The coat', 'All'] };
    await fetch('/v1/staff/replies/which-one-of-them', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-front-desk': '1' },
      body: JSON.stringify(reply),
    });
  });
  await lena.page
    .getByRole('complementary')
    .getByRole('button', { name: `Put into the answer: ${number}` })
    .click();
  await thread.getByRole('button', { name: 'Saved replies' }).click();
  await lena.page.getByRole('button', { name: /^Which/ }).click();
  expect(await axeFinds(lena.page)).toEqual([]);
  await lena.field(name).press('Control+Enter');
  await expect(thread.locator('.bub').getByText('The coat')).toBeVisible();
  await expect(log.getByText('Which one do you mean?')).toBeVisible();
  await expect(log.getByRole('link')).toHaveCount(2);
  expect(await axeFinds(shopper.page)).toEqual([]);

  const choice = shopper.panel.getByRole('button', { name: 'The coat' });
  await choice.focus();
  await choice.press('Enter');
  await expect(thread.locator('.bub').getByText('The coat')).toHaveCount(2);
  await expect(choice).toBeHidden();
  await log.getByRole('link').last().click();
  await expect(shopper.panel.getByText(`Order ${number}`).first()).toBeVisible();
  expect(lena.complaints).toEqual([]);
  await lena.page.context().close();
  await leave(shopper);
});
