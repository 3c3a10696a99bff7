import { readFileSync } from 'node:fs';
import { expect, test } from './desk/fixture.ts';
import { Shopper } from './desk/shopper.ts';

// docs/first-ten-minutes.md, step by step, as it stands there.

const page = readFileSync('docs/first-ten-minutes.md', 'utf8');
/** The blocks of code under a step's heading. */
const step = (number: number): string => {
  const [, text = ''] = page.split(new RegExp(`^## ${number}\\. .*$`, 'm'));
  const [, code] = /```\w+\n([\s\S]*?)```/.exec(text.split('\n## ')[0]!) ?? [];
  if (!code) throw new Error(`Step ${number} shows no code`);
  return code;
};

test('the first ten minutes lead where they say', async ({ browser, desk }) => {
  const here = (code: string) => code.replaceAll('https://desk.shop.example', desk.url);
  const shopper = new Shopper(await browser.newPage());
  const asked: string[] = [];
  shopper.page.on('request', (request) => {
    if (request.url().startsWith(desk.url)) asked.push(new URL(request.url()).pathname);
  });
  /** A page of the shop with these steps taken, the desk's own tag not yet among them. */
  const take = async (...steps: number[]) => {
    asked.length = 0;
    const code = steps.map((number) =>
      number === 3 ? `<style>${step(number)}</style>` : here(step(number)),
    );
    await shopper.page.goto(desk.site.page({ tags: 0, body: code.join('\n') }));
    await expect(shopper.page.locator('front-desk')).toBeAttached();
  };

  await take(2);
  await expect(shopper.page.getByRole('button', { name: 'Help and orders' })).toBeVisible();
  expect(asked).toEqual(['/front-desk.js']);

  await take(2, 3, 4, 5, 6);
  await expect(shopper.page.getByRole('button', { name: 'Help and orders, 2' })).toBeVisible();
  const button = shopper.page.locator('front-desk').locator('button');
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 61)');
  await expect(button).toHaveCSS('border-radius', '0px');
  await shopper.page.getByRole('link', { name: 'Where is my order?' }).click();
  await expect(shopper.panel.getByLabel('Order number')).toBeVisible();
  await expect(shopper.page.locator('html')).toHaveAttribute('data-seen', 'find');
  const header = shopper.page.locator('front-desk').locator('[part="header"]');
  await expect(header).toHaveCSS('border-bottom', '1px solid rgb(122, 31, 61)');

  await take(7, 2);
  await shopper.page.getByRole('button', { name: 'Help and orders' }).click();
  await expect(shopper.page.getByRole('dialog', { name: 'Hilfe und Bestellungen' })).toBeVisible();
  expect(shopper.complaints).toEqual([]);
  await shopper.page.close();
});
