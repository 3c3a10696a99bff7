import { employ } from './desk/colleague.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome } from './desk/shopper.ts';

test('who wants a conversation by mail signs in first, and finds it again', async ({
  browser,
  desk,
  owner,
}) => {
  const jo = await employ(browser, desk, {
    ...{ email: `jo-mails-${owner.email}`, name: 'Jo Berg', role: 'agent' },
  });
  const shopper = await welcome(browser, desk);
  const words = `Is it warm, ${owner.email}?`;
  await shopper.open();
  await shopper.tab('Ask').click();
  await shopper.panel.getByLabel('Write a message').fill(words);
  await shopper.panel.getByLabel('Write a message').press('Enter');
  await jo.row(words).click();
  await jo.field('Visitor').fill('Very.');
  await jo.page.getByRole('button', { name: /^Send/ }).click();

  await shopper.button('Mail me this conversation').click();
  await shopper.giveCode(owner.email, desk);
  await expect(shopper.panel.getByText(words)).toBeVisible();
  await shopper.button('Mail me this conversation').press('Enter');
  await expect(shopper.panel.getByText('This conversation is on its way')).toBeVisible();
  await shopper.seesNoFault();
  const address = encodeURIComponent(owner.email);
  const mailbox = await fetch(`${desk.url}/dev/mailbox.json?limit=1&to=${address}`);
  const mail = await mailbox.text();
  expect(mail).toContain(words);
  expect(mail).toContain('Very.');
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
  await jo.page.context().close();
});
