import { payloads } from '../fixtures/payloads.ts';
import { cutByTextSpacing } from '../widget/harness/text-spacing.ts';
import { axeFinds } from './desk/axe.ts';
import { employ } from './desk/colleague.ts';
import { deep } from './desk/deep.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome } from './desk/shopper.ts';
import { within } from './desk/within.ts';

// The shop's people answer at /console of the real server, and shoppers hear them at once.

test('a shopper and somebody of the shop talk, each in a browser of their own', async ({
  browser,
  desk,
  owner,
}) => {
  const jo = await employ(browser, desk, {
    ...{ email: `jo-of-${owner.email}`, name: 'Jo Berg', role: 'agent' },
  });
  const { headers } = await fetch(`${desk.url}/console`);
  expect(headers.get('Content-Security-Policy')).toContain("script-src 'self';");
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await shopper.tab('Ask').click();
  const field = shopper.panel.getByLabel('Write a message');
  await field.fill('Is the seam on the knit meant to be open?');
  await field.press('Enter');

  const row = jo.row('Is the seam on the knit');
  await expect(row).toBeVisible();
  await row.click();
  const name = (await row.locator('.clip').first().textContent()) ?? '';
  const thread = jo.thread(name);
  await expect(thread.getByText('Is the seam on the knit')).toBeVisible();
  await field.pressSequentially('It is');
  await expect(thread.getByText(`${name} is writing`)).toBeVisible();

  await jo.field(name).fill('It is not. A new one leaves today.');
  await jo.page.keyboard.press('Control+Enter');
  await expect(
    shopper.panel.getByText('It is not. A new one leaves today.', { exact: true }),
  ).toBeVisible(within(2));
  await expect(shopper.panel.getByText('Jo Berg joined')).toBeVisible();
  await expect(thread.getByText('· Read')).toBeVisible();

  await field.fill('Thank you!');
  await field.press('Enter');
  await expect(thread.getByText('Thank you!')).toBeVisible(within(2));
  expect([...jo.complaints, ...shopper.complaints]).toEqual([]);
  await jo.page.context().close();
  await leave(shopper);
});

test('the console is worked by keys alone, on wide and small screens, and axe finds nothing', async ({
  browser,
  desk,
  owner,
}) => {
  const caller = desk.caller();
  await caller.signIn(owner.email);
  const opened = await (await caller.send('POST', '/conversations', {})).json();
  const said = { client: 'some-words-of-theirs', text: 'Can I still swap 38 for 39?' };
  await caller.send('POST', `/conversations/${opened.id}/messages`, said);
  const lena = await employ(browser, desk, {
    ...{ email: `lena-of-${owner.email}`, name: 'Lena Ost', role: 'lead' },
  });
  const { page } = lena;
  await expect(lena.row(said.text)).toBeVisible();
  const name = (await lena.row(said.text).locator('.clip').first().textContent()) ?? '';

  await page.keyboard.press('/');
  await page.keyboard.type('swap 38');
  await expect(lena.list.getByRole('link')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  const thread = lena.thread(name);
  await expect(thread.getByText(said.text)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('In stock in 39');
  await page.keyboard.press('Control+Enter');
  await expect(thread.getByText('Internal note · Lena Ost')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expect(thread.getByLabel('Assignee')).toHaveValue(/.+/);
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: 'Selected' })).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('e');
  await expect(page.getByRole('status').getByText('Marked as done')).toBeVisible();
  await page.keyboard.press('z');
  await expect(lena.row('Open again')).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('Yes. It leaves today.');
  await page.keyboard.press('Control+Enter');
  await expect(thread.getByText(/^You .* · Sent$/)).toBeVisible();
  await expect(page.getByRole('complementary').getByRole('heading', { name })).toBeVisible();

  await lena.field(name).fill('Hi {name}, order {order} leaves today. {me}');
  await thread.getByRole('button', { name: 'Saved replies' }).click();
  await page.getByLabel('Name of what you wrote').fill('Leaves today');
  await page.keyboard.press('Enter');
  await lena.field(name).fill('');
  await page.getByRole('button', { name: /^Leaves today/ }).click();
  const filled = new RegExp(`^Hi ${name.split(' ')[0]}, order \\S+ leaves today\\. Lena Ost$`);
  await expect(lena.field(name)).toHaveValue(filled);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page)).toEqual([]);
    await page.emulateMedia({ contrast: 'more' });
    expect(await axeFinds(page, { rules: ['color-contrast-enhanced'] })).toEqual([]);
    await page.emulateMedia({ contrast: 'no-preference' });
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(lena.list).toBeHidden();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(lena.list).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('2');
  await expect(page.getByRole('region', { name: 'Returns' })).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await lena.list.getByRole('link', { name }).click();
  await expect(thread.getByText(said.text)).toBeVisible();
  expect(await page.evaluate(cutByTextSpacing, 'fd-console')).toEqual([]);
  expect(lena.complaints).toEqual([]);
  await page.context().close();
});

test('nothing that a shopper writes runs in the console', async ({ browser, desk, owner }) => {
  const all = payloads(deep ? 500 : 50);
  const shopper = await welcome(browser, desk);
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await shopper.tab('Ask').click();
  const log = shopper.panel.getByRole('log');
  const field = shopper.panel.getByLabel('Write a message');
  for (const text of letters(all)) {
    await field.fill(text);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
  const kai = await employ(browser, desk, {
    ...{ email: `kai-of-${owner.email}`, name: '<img src=x onerror=fdRan()>', role: 'agent' },
  });
  const { page } = kai;
  let hasRun = false;
  for (const each of [page, shopper.page]) {
    await each.exposeFunction('fdRan', () => void (hasRun = true));
    each.on('dialog', (dialog) => {
      hasRun = true;
      void dialog.dismiss();
    });
  }
  await page.keyboard.press('/');
  await page.keyboard.type('fdRan');
  await expect(kai.list.getByRole('link')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(page.getByRole('log')).toContainText(all[0]!.slice(0, 20));
  await page.keyboard.press('n');
  await page.keyboard.insertText(all.slice(0, 30).join('\n'));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Internal note/)).toBeVisible();
  await page.getByLabel('Add a tag').fill('<svg onload=fdRan()>');
  await page.getByLabel('Add a tag').press('Enter');
  await expect(page.getByRole('button', { name: /Remove <svg/ })).toBeVisible();
  const name = (await kai.list.locator('.clip').first().textContent()) ?? '';
  for (const [nth, text] of letters(all).entries()) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await kai.field(name).fill(text);
    await page.keyboard.press('Control+Enter');
    // what is sent while the one before is on its way waits for another tap
    await expect(page.locator('.msg.out')).toHaveCount(nth + 1);
    await expect(kai.field(name)).toHaveValue('');
  }
  await expect(log).toContainText('<img src=x onerror=fdRan()> joined');
  await expect(log.locator('.msg:not(.me)')).toHaveCount(letters(all).length);
  // beside the words: names of cards, as a page of messages may bring them, and answers to choose from
  const beside = (response: { messages?: Said[]; items?: Said[] }) => {
    for (const said of response.messages ?? response.items ?? [])
      if (!said.event) {
        said.cards = all.map((title, nth) => ({
          kind: kinds[nth % kinds.length]!,
          id: title,
          title,
        }));
        said.choices = [...all];
      }
    return response;
  };
  for (const each of [page, shopper.page]) {
    await each.route(/\/conversations\/[^/]+(\/messages)?\?/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: beside(await response.json()) });
    });
    await each.reload();
  }
  await shopper.open();
  await shopper.tab('Ask').click();
  await shopper.panel
    .getByRole('link', { name: /^<img|^You/ })
    .first()
    .click();
  await expect(shopper.panel.getByRole('button', { name: all[0]!, exact: true })).toBeVisible();
  await expect(page.locator('.bub .mk').first()).toBeVisible();
  for (const each of [log, page.getByRole('log')])
    expect(
      await each.locator('script, img[onerror], iframe, object, embed, svg[onload]').count(),
    ).toBe(0);
  expect([hasRun, kai.complaints, shopper.complaints]).toEqual([false, [], []]);
  await leave(shopper);
  await page.context().close();
});

/** All of them, in messages as long as may be. */
function letters(texts: readonly string[]): string[] {
  const all = [''];
  for (const text of texts) {
    const next = `${all.at(-1)}\n${text}`.trim();
    if (next.length < 4000) all[all.length - 1] = next;
    else all.push(text.trim());
  }
  return all;
}

interface Said {
  event?: string;
  cards?: { kind: string; id: string; title: string }[];
  choices?: string[];
}
const kinds = ['order', 'return', 'product'];
