import { aPostgresDatabase, noPostgres } from '../builders/postgres.ts';
import { fixtureOwner } from '../fixtures/orders.ts';
import { employ } from './desk/colleague.ts';
import { deskOf, expect, test } from './desk/fixture.ts';
import { openHostSite } from './desk/host-page.ts';
import { openProxy } from './desk/proxy.ts';
import { startDeskServer, type DeskServer } from './desk/server.ts';
import { leave, welcome } from './desk/shopper.ts';

// The shopper at one process, the shop at another, one Postgres below; and the line breaks.

test.skip(noPostgres() !== undefined, noPostgres());

test('a shopper and somebody of the shop talk over two processes, through a cut line', async ({
  browser,
}) => {
  // two servers and two browsers, maybe beside other suites
  test.setTimeout(240_000);
  const owner = fixtureOwner(new Date());
  const site = await openHostSite(() => server.url);
  const server: DeskServer = await startDeskServer({
    ...{ origins: [site.origin], database: await aPostgresDatabase() },
    shops: [
      { id: 'tau', rows: { products: [], customers: [owner.customer], orders: owner.orders } },
    ],
  });
  const other = await server.another();
  const here = deskOf(server, site);
  const email = 'jo@tau.example';
  const jo = await employ(browser, deskOf(other, site), { email, name: 'Jo Berg', role: 'agent' });
  const line = await openProxy(here.newAddress());
  const shopper = await welcome(browser, here, undefined, { proxy: { server: line.url } });
  await shopper.open();
  await shopper.signIn(owner.email, here);
  await shopper.tab('Ask').click();
  const field = shopper.panel.getByLabel('Write a message');
  await field.fill('Does the coat keep the wind out?');
  await field.press('Enter');
  await jo.row('Does the coat keep').click();
  const name = (await jo.list.locator('.clip').first().textContent()) ?? '';
  const thread = jo.thread(name);
  await expect(thread.getByText('Does the coat keep')).toBeVisible();

  line.cut();
  await shopper.page.context().setOffline(true);
  await field.fill('And the rain?');
  await field.press('Enter');
  await field.fill('It rains a lot here.');
  await field.press('Enter');
  await jo.field(name).fill('It does.');
  await jo.page.keyboard.press('Control+Enter');
  await expect(thread.getByText('It does.')).toBeVisible();
  await expect(shopper.panel.getByText('It rains a lot here.')).toBeVisible();
  await expect(shopper.panel.getByText('It does.')).toBeHidden();

  line.mend();
  await shopper.page.context().setOffline(false);
  const words = [
    'Does the coat keep the wind out?',
    'It does.',
    'And the rain?',
    'It rains a lot here.',
  ];
  for (const said of words) {
    await expect(thread.getByText(said, { exact: true })).toHaveCount(1);
    await expect(shopper.panel.getByRole('log').getByText(said)).toHaveCount(1);
  }
  const order = (text: string) => words.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  for (const log of [thread.getByRole('log'), shopper.panel.getByRole('log')])
    await expect.poll(async () => order((await log.textContent()) ?? '')).toEqual(words);

  await leave(shopper);
  await line.close();
  await jo.page.context().close();
  await other.close();
  await server.close();
  await site.close();
});
