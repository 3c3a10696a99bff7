import { employ } from './desk/colleague.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, Shopper, welcome } from './desk/shopper.ts';
import { within } from './desk/within.ts';

// Tabs of one shopper share one stream: one holds it, the others hear from that one.

for (const who of ['a customer', 'somebody nobody knows'] as const)
  test(`three tabs of ${who} hear over one line, each message once and in order, and go on when its tab closes`, async ({
    browser,
    desk,
    owner,
  }) => {
    const jo = await employ(browser, desk, {
      ...{ email: `line-of-${who.length}-${owner.email}`, name: 'Jo Berg', role: 'agent' },
    });
    const first = await welcome(browser, desk);
    const context = first.page.context();
    let lines = 0;
    context.on('request', (request) => {
      if (request.url().includes('/v1/stream')) lines += 1;
    });
    await first.open();
    if (who === 'a customer') await first.signIn(owner.email, desk);
    await first.tab('Ask').click();
    const asked = `Is it on its way to ${who}?`;
    const field = first.panel.getByLabel('Write a message');
    await field.fill(asked);
    await field.press('Enter');
    await expect(first.panel.getByText('Sent ')).toBeVisible();
    await expect(() => expect(lines).toBeGreaterThan(0)).toPass();
    // what came before the sign-in is over
    const before = lines - 1;

    const others = await Promise.all(
      [1, 2].map(async () => {
        const other = new Shopper(await context.newPage());
        await other.page.goto(first.page.url());
        await other.open();
        await other.tab('Ask').click();
        await other.panel.getByRole('link', { name: asked }).click();
        await expect(other.panel.getByText(asked)).toBeVisible();
        return other;
      }),
    );
    const row = jo.row(asked);
    await row.click();
    const name = (await row.locator('.clip').first().textContent()) ?? '';
    const said: string[] = [];
    const say = async (words: string) => {
      said.push(words);
      await jo.field(name).fill(words);
      await jo.field(name).press('Control+Enter');
      await expect(jo.thread(name).locator('.bub').getByText(words, { exact: true })).toBeVisible();
      await expect(jo.field(name)).toHaveValue('');
    };
    const hear = async (tabs: Shopper[]) => {
      for (const tab of tabs)
        await expect(tab.panel.locator('.msg:not(.me):not(.dots)')).toHaveText(said, within(5));
    };
    for (const words of ['It is.', 'It left Rotterdam.', 'Tomorrow it is yours.']) await say(words);
    await hear([first, ...others]);
    expect(lines - before).toBe(1);

    await first.page.close();
    for (const words of ['By ten.', 'Or eleven.']) await say(words);
    await hear(others);
    expect(lines - before).toBe(2);
    expect(jo.complaints).toEqual([]);
    await jo.page.context().close();
    await leave(others[0]!);
  });
