import { aPdf } from '../builders/pictures.ts';
import { axeFinds } from './desk/axe.ts';
import { employ } from './desk/colleague.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome } from './desk/shopper.ts';

// Files go either way in a conversation, of whoever it is; a note's stay with the shop.

/** A picture that a browser opens: one dot. */
const picture = (name: string) => ({
  ...{ name, mimeType: 'image/png' },
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
});
const paper = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(aPdf()),
});
const trick = '<img src=x onerror=alert(1)>.pdf';
const tamed = 'img src=x onerror=alert(1).pdf';

test('somebody unknown and the shop send each other pictures and documents', async ({
  browser,
  desk,
  owner,
}) => {
  const jo = await employ(browser, desk, {
    ...{ email: `jo-files-${owner.email}`, name: 'Jo Berg', role: 'agent' },
  });
  const shopper = await welcome(browser, desk);
  const words = `It came like this, ${owner.email}`;
  await shopper.open();
  await shopper.tab('Ask').click();
  await shopper.panel
    .getByLabel('Attach a file')
    .setInputFiles([picture('crack.png'), paper(trick)]);
  await expect(shopper.button('Take out picture 2')).toBeVisible();
  await shopper.panel.getByLabel('Write a message').fill(words);
  await shopper.panel.getByLabel('Write a message').press('Enter');
  await expect(
    shopper.button(new RegExp(`^${tamed.replaceAll(/[.()]/g, '\\$&')} · `)),
  ).toBeVisible();
  await shopper.seesNoFault();

  await jo.row(words).click();
  const thread = jo.thread('Visitor');
  await expect(thread.getByRole('img', { name: 'Picture' })).toBeVisible();
  const kept = jo.page.waitForEvent('download');
  await thread.getByRole('link', { name: tamed }).click();
  expect((await kept).suggestedFilename()).toMatch(/\.pdf$/);

  const attach = jo.page.getByLabel('Attach files');
  await jo.page.getByRole('button', { name: 'Note' }).click();
  await attach.setInputFiles([paper('Only for us.pdf')]);
  await expect(jo.page.getByRole('list', { name: 'Attached files' })).toContainText('kB');
  await jo.page.getByRole('button', { name: /^Save note/ }).click();
  await expect(thread.getByRole('link', { name: 'Only for us.pdf' })).toBeVisible();

  await jo.page.getByRole('button', { name: 'Reply', exact: true }).click();
  await attach.setInputFiles([picture('new.png'), paper('Größen.pdf'), paper('wrong.pdf')]);
  await jo.page.getByRole('button', { name: 'Take out wrong.pdf' }).click();
  await expect(jo.page.getByRole('list', { name: 'Attached files' })).toContainText('kB');
  expect(await axeFinds(jo.page)).toEqual([]);
  await jo.page.getByRole('button', { name: /^Send/ }).click();
  await expect(thread.getByRole('link', { name: 'Größen.pdf' })).toBeVisible();

  const row = shopper.button(/^Größen\.pdf · /);
  await expect(row).toBeVisible();
  const saved = shopper.page.waitForEvent('download');
  await row.click();
  expect((await saved).suggestedFilename()).toBe('Größen.pdf');
  await expect(shopper.panel.getByRole('img', { name: 'Pictures' })).toHaveCount(2);
  expect(await shopper.dom()).not.toContain('Only for us');
  expect([...jo.complaints, ...shopper.complaints]).toEqual([]);
  await jo.page.context().close();
  await leave(shopper);
});
