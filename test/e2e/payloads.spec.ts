import type { OrderRow } from '../../src/contract/import.ts';
import { fixtureOwner } from '../fixtures/orders.ts';
import { payloads } from '../fixtures/payloads.ts';
import { deep } from './desk/deep.ts';
import { deskOf, expect, test as base, type Desk } from './desk/fixture.ts';
import { openHostSite } from './desk/host-page.ts';
import { startDeskServer, type DeskServer } from './desk/server.ts';
import { leave, welcome, type Shopper } from './desk/shopper.ts';

// Every text a shop or a carrier can bring holds, in turn, every payload. None may run: each is
// shown as it is written.

const texts = payloads(deep ? 500 : 24);
const now = new Date();
const cut = (text: string, longest: number) => text.slice(0, longest);

/** The nth field of the kth order has payload k + n: over all orders each field has had each. */
function poisoned(order: OrderRow, k: number): OrderRow {
  let n = k;
  const next = (longest = 80) => cut(texts[n++ % texts.length]!, longest) || 'x';
  return {
    ...order,
    id: `x${k}`,
    number: `X${1000 + k}`,
    lines: order.lines.map((line, index) => ({
      ...line,
      id: `x${k}-${index}`,
      name: next(200),
      options: { [next(80)]: next(120) },
    })),
    discounts: [{ label: next(120), amount: 0 }],
    payments: order.payments.map((payment) => ({ ...payment, label: next(80) })),
    address: {
      name: next(200),
      lines: [next(200), next(200)],
      city: next(120),
      region: next(120),
      postcode: next(32),
      country: next(80),
    },
    shipments: order.shipments.map((parcel, index) => ({
      ...parcel,
      id: `x${k}-p${index}`,
      number: next(64),
      carrier: next(40),
      lines: [],
      pickup: { place: next(200), until: new Date(now.getTime() + 9e7).toISOString() },
      events: parcel.events.map((event) => ({ ...event, text: next(300), place: next(120) })),
    })),
  };
}

const owner = fixtureOwner(now);
const test = base.extend<object, { poison: Desk }>({
  poison: [
    async ({}, use) => {
      const site = await openHostSite(() => server.url);
      const model = owner.order('ready_for_pickup');
      const server: DeskServer = await startDeskServer({
        origins: [site.origin],
        shops: [
          {
            id: 'poison',
            name: cut(texts[0]!, 80),
            rows: {
              products: [],
              customers: [
                {
                  ...owner.customer,
                  firstName: cut(texts[1]!, 120),
                  lastName: cut(texts[2]!, 120),
                },
              ],
              orders: texts.map((_, k) => poisoned(model, k)),
            },
          },
        ],
      });
      await use(deskOf(server, site));
      await server.close();
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('no payload runs, in whatever field it stands', async ({ browser, poison }) => {
  test.setTimeout(60_000 + texts.length * 4000);
  const head = '<script>window.fdRan = () => document.body.setAttribute("data-ran", "")</script>';
  const shopper = await welcome(browser, poison, poison.site.page({ head }));
  const dialogs: string[] = [];
  shopper.page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await shopper.open();
  await shopper.signIn(owner.email, poison);
  await shopper.tab('Orders').click();
  await expect(shopper.link(/Order X/).first()).toBeVisible();
  await expectHarmless(shopper);
  for (const [k] of texts.entries()) {
    await shopper.page.evaluate((id) => {
      location.hash = `front-desk/order/${id}`;
    }, `x${k}`);
    await expect(shopper.panel.getByText(`Order X${1000 + k}`, { exact: true })).toBeVisible();
    await expectHarmless(shopper);
    const text = (await shopper.text()).join('\n').replace(/[\u2068\u2069]/g, '');
    const name = cut(texts[k]!, 200).replace(/[\u2068\u2069]/g, '');
    expect(text).toContain(name.replace(/\s+/g, ' ').trim());
  }
  expect(dialogs).toEqual([]);
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

/** Nothing has run, and nothing that could run stands in the page. */
async function expectHarmless({ page }: Shopper): Promise<void> {
  const found = await page.evaluate(() => {
    const bad: string[] = document.body.hasAttribute('data-ran') ? ['a payload ran'] : [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) bad.push(`${element.localName}[${name}]`);
          if (/^(href|src|action|data)$/.test(name) && /^\s*(javascript|data):/i.test(value))
            bad.push(`${element.localName}[${name}=${value}]`);
        }
        if (/^(iframe|object|embed|base|marquee|math|audio|video)$/.test(element.localName))
          bad.push(element.localName);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return bad;
  });
  expect(found).toEqual([]);
}
