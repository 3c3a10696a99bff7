import { test as base } from '@playwright/test';
import type { Rows } from '../../data/rows.ts';
import { testShop } from '../../data/shop.ts';
import { convertTauRetail, type TauRetail } from '../../data/tau-retail.ts';
import { fixtureOwner, giftOf, type FixtureOwner, type Gift } from '../../fixtures/orders.ts';
import { createApiCaller, type ApiCaller } from './api.ts';
import { openHostSite, type HostSite } from './host-page.ts';
import { startDeskServer, type DeskServer } from './server.ts';

/** The running backend, and what a test may know of it from outside. */
export interface Desk {
  readonly url: string;
  readonly server: DeskServer;
  readonly site: HostSite;
  /** An address no shopper before had: limits count by address. */
  newAddress(): string;
  /** The newest code sent to this address. */
  codeFor(email: string): Promise<string>;
  /** Calls the API as a shopper on the shop's page. */
  caller(shop?: string): ApiCaller;
}

interface Worlds {
  /** Another name is another server: codes are limited by address, whoever asked before. */
  world: string;
  shop: { source: TauRetail; note: string };
  /** The moment the data is told from. */
  now: Date;
  /** What was imported of the shop. */
  rows: Rows;
  desk: Desk;
  /** Customers that no test has signed in yet. */
  owners: FixtureOwner[];
  /** A customer of nobody's test, and an order of theirs that another address follows. */
  gift: Gift;
}
interface Each {
  /** A customer of this test alone, with an order of each state. */
  owner: FixtureOwner;
  /** And one more. */
  other: FixtureOwner;
}

/** As many as one worker may need, with room. */
const OWNERS = 60;

/** One server a worker, with the whole of tau-retail (or its stand-in) and an order of each state. */
export const test = base.extend<Each, Worlds>({
  world: ['', { option: true, scope: 'worker' }],
  shop: [
    async ({}, use) => {
      const shop = testShop();
      console.log(`  data: ${shop.note}`);
      await use(shop);
    },
    { scope: 'worker' },
  ],
  now: [async ({}, use) => use(new Date()), { scope: 'worker' }],
  rows: [
    async ({ shop, now }, use) => use(convertTauRetail(shop.source, { seed: 1, now })),
    { scope: 'worker' },
  ],
  owners: [
    async ({ now }, use) =>
      use(Array.from({ length: OWNERS }, (_, copy) => fixtureOwner(now, copy))),
    { scope: 'worker' },
  ],
  gift: [async ({ now }, use) => use(giftOf(fixtureOwner(now, OWNERS))), { scope: 'worker' }],
  owner: async ({ owners }, use) => use(next(owners)),
  other: async ({ owners }, use) => use(next(owners)),
  desk: [
    async ({ rows, owners, gift }, use) => {
      const site = await openHostSite(() => server.url);
      const server: DeskServer = await startDeskServer({
        origins: [site.origin],
        shops: [
          {
            id: 'tau',
            rows: {
              ...rows,
              customers: [
                ...rows.customers,
                ...[...owners, gift.owner].map(({ customer }) => customer),
              ],
              orders: [
                ...rows.orders,
                ...[...owners, gift.owner].flatMap(({ orders }) => orders),
                gift.order,
              ],
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
export { expect } from '@playwright/test';

function next(owners: FixtureOwner[]): FixtureOwner {
  const owner = owners.pop();
  if (!owner) throw new Error(`More than ${OWNERS} tests in a worker ask for an owner`);
  return owner;
}

interface Mail {
  id: string;
  subject: string;
  text: string;
}

export function deskOf(server: DeskServer, site: HostSite): Desk {
  let shoppers = 0;
  const { url } = server;
  const newAddress = () => {
    shoppers += 1;
    return `10.${shoppers >> 16}.${(shoppers >> 8) & 255}.${shoppers & 255}`;
  };
  const used = new Map<string, string>();
  const codeFor = async (email: string) => {
    const mailbox = `${url}/dev/mailbox.json?limit=1&to=${encodeURIComponent(email)}`;
    // a code is written after the answer that announces it: this is how long it may take
    const end = Date.now() + 30_000;
    while (Date.now() < end) {
      // asked directly: the mailbox refuses whoever comes by a proxy
      const answer = (await (await fetch(mailbox)).json()) as { mails: Mail[] };
      const [mail] = answer.mails;
      const code = mail && /\b\d{6}\b/.exec(`${mail.subject} ${mail.text}`)?.[0];
      if (code && used.get(email) !== mail.id) {
        used.set(email, mail.id);
        return code;
      }
      await new Promise((again) => setTimeout(again, 20));
    }
    throw new Error(`No code was sent to ${email}`);
  };
  return {
    url,
    server,
    site,
    newAddress,
    codeFor,
    caller: (shop) =>
      createApiCaller({
        url,
        origin: site.origin,
        address: newAddress(),
        codeFor,
        ...(shop && { shop }),
      }),
  };
}
