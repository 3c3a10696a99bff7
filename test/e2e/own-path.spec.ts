import { aPdf } from '../builders/pictures.ts';
import { tellNews } from './desk/tracking-news.ts';
import { expect, openTab, OWN_PATH, test } from './desk/two-sites.ts';
import { within } from './desk/within.ts';

// The backend behind a path of the shop's own host, as docs/embedding.md has it: one origin for all.

const NAME = 'Quillon';
const paper = {
  ...{ name: 'Invoice.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from(aPdf()),
};

test('behind a path of the shop everything works: the session, news and files', async ({
  desk,
  owner,
  newBrowser,
}) => {
  const order = owner.order('in_transit');
  const browser = await newBrowser({ blocks: 'third-party' });
  const url = desk.pageFor(OWN_PATH);
  const { origin, hostname } = new URL(url);
  const elsewhere: string[] = [];
  browser.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin)
      elsewhere.push(request.url());
  });

  const shopper = await openTab(browser, url);
  await shopper.signIn(owner.email, desk);
  const [cookie] = await browser.cookies();
  expect(cookie).toMatchObject({
    ...{ name: '__Host-front-desk-tau', domain: hostname, path: '/', sameSite: 'Lax' },
    ...{ secure: true, httpOnly: true },
  });
  const listening = shopper.page.waitForResponse(
    (answer) => new URL(answer.url()).pathname === `${OWN_PATH}/v1/stream`,
  );
  await shopper.page.reload();
  await shopper.open();
  await expect(shopper.headline).toContainText(NAME);

  await shopper.openOrder(order.number);
  await expect(shopper.headline).toHaveText(/^Arriving/);
  await listening;
  await tellNews(desk.url, 'tau', {
    number: order.shipments[0]!.number!,
    events: [
      {
        at: new Date(Date.now() - 60_000).toISOString(),
        ...{ status: 'out_for_delivery', text: 'On the van since this minute' },
      },
    ],
  });
  await expect(shopper.headline).toHaveText('Out for delivery', within(2));

  await shopper.tab('Ask').click();
  await shopper.panel.getByLabel('Attach a file').setInputFiles([paper]);
  await shopper.panel.getByLabel('Write a message').fill('Here it is');
  await shopper.panel.getByLabel('Write a message').press('Enter');
  const row = shopper.button(/^Invoice\.pdf · /);
  await expect(row).toBeVisible();
  const saved = shopper.page.waitForEvent('download');
  await row.click();
  expect((await saved).suggestedFilename()).toBe(paper.name);

  expect(elsewhere).toEqual([]);
  expect(shopper.complaints).toEqual([]);
});

test('behind a path of the shop a key is believed where the cookie is refused', async ({
  desk,
  owner,
  newBrowser,
}) => {
  const browser = await newBrowser({ blocks: 'everything' });
  const shopper = await openTab(browser, desk.pageFor(OWN_PATH));
  const bound = shopper.page.waitForResponse((answer) => answer.url().includes('/session/key'));
  await shopper.signIn(owner.email, desk);
  expect((await bound).status()).toBe(200);
  expect(shopper.complaints).toEqual([]);
});
