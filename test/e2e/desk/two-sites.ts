import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, test as base, type BrowserContext } from '@playwright/test';
import { playwrightLaunch } from '../../../scripts/browsers.mjs';
import { anOwnLogin, type OwnLoginUnderTest } from '../../builders/own-login.ts';
import { fixtureOwner, type FixtureOwner } from '../../fixtures/orders.ts';
import { deskOf, type Desk } from './fixture.ts';
import { openHostSite } from './host-page.ts';
import { startDeskServer } from './server.ts';
import { Shopper } from './shopper.ts';
import { names, openTlsFront } from './tls.ts';

/** Where the shop's own server hands requests on to the backend, which knows nothing of the path. */
export const OWN_PATH = '/front-desk';

/** A shop over TLS, and its backend over TLS on a host of another site or of the same. */
export interface TwoSites extends Desk {
  /** A page of the shop whose desk answers at this host, or below this path of the shop's own. */
  pageFor(
    host: 'desk.example' | 'desk.shop.example' | typeof OWN_PATH,
    attributes?: Record<string, string>,
  ): string;
  /** Signs, as the shop does, who is there. */
  login: OwnLoginUnderTest;
  /** The same for a browser that knows no made-up names: the shop is on localhost. */
  localPageFor(host: 'localhost' | '127.0.0.1'): string;
}

export interface BrowserWanted {
  /** What this browser's settings say of cookies and storage. */
  blocks?: 'desk' | 'everything' | 'third-party';
  /** Runs in each page before its own scripts. */
  before?: () => void;
}

interface Worlds {
  owners: FixtureOwner[];
  desk: TwoSites;
}
interface Each {
  owner: FixtureOwner;
  /** A browser of its own, with these settings. */
  newBrowser(wanted?: BrowserWanted): Promise<BrowserContext>;
}

export const test = base.extend<Each, Worlds>({
  owners: [
    async ({}, use) => {
      const now = new Date();
      await use(Array.from({ length: 20 }, (_, copy) => fixtureOwner(now, copy)));
    },
    { scope: 'worker' },
  ],
  owner: async ({ owners }, use) => use(owners.pop()!),
  desk: [
    async ({ owners }, use) => {
      const front = await openTlsFront((path) => server.url + path);
      let api = '';
      const site = await openHostSite(() => api);
      const shop = await openTlsFront((path) =>
        path.startsWith(`${OWN_PATH}/`)
          ? server.url + path.slice(OWN_PATH.length)
          : site.origin + path,
      );
      const origin = `https://shop.example:${shop.port}`;
      const local = `https://localhost:${shop.port}`;
      const login = await anOwnLogin('EdDSA', { shop: 'tau' });
      const pageAt = (at: string, host: string, attributes: Record<string, string> = {}) => {
        api = host === OWN_PATH ? host : `https://${host}:${front.port}`;
        const page = site.page({ attributes: { 'data-api': api, ...attributes } });
        return page.replace(site.origin, at);
      };
      const server = await startDeskServer({
        origins: [origin, local],
        shops: [
          {
            id: 'tau',
            identityKeys: [login.key],
            rows: {
              products: [],
              customers: owners.map(({ customer }) => customer),
              orders: owners.flatMap(({ orders }) => orders),
            },
          },
        ],
      });
      await use({
        ...deskOf(server, { ...site, origin }),
        pageFor: (host, attributes) => pageAt(origin, host, attributes),
        login,
        localPageFor: (host) => pageAt(local, host),
      });
      for (const one of [server, site, front, shop]) await one.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  newBrowser: async ({}, use) => {
    const open: BrowserContext[] = [];
    const folders: string[] = [];
    await use(async (wanted = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'front-desk-browser-'));
      folders.push(folder);
      mkdirSync(join(folder, 'Default'));
      writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(settings(wanted)));
      const { args, ...launch } = playwrightLaunch();
      const context = await chromium.launchPersistentContext(folder, {
        ...launch,
        args: [...args, `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`)}`],
        ignoreHTTPSErrors: true,
        locale: 'en-US',
      });
      if (wanted.before) await context.addInitScript(wanted.before);
      open.push(context);
      return context;
    });
    for (const context of open) await context.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  },
});
export { expect } from '@playwright/test';

const BLOCK = 2;

const settings = ({ blocks }: BrowserWanted) => ({
  profile: {
    ...(blocks === 'everything' && { default_content_setting_values: { cookies: BLOCK } }),
    ...(blocks === 'third-party' && { cookie_controls_mode: 1, block_third_party_cookies: true }),
    ...(blocks === 'desk' && {
      content_settings: {
        exceptions: {
          cookies: Object.fromEntries(
            ['desk.example', 'desk.shop.example'].map((name) => [
              `${name},*`,
              { setting: BLOCK, last_modified: '13300000000000000' },
            ]),
          ),
        },
      },
    }),
  },
});

/** A new tab of this browser at a page of the shop, with the panel open. */
export async function openTab(context: BrowserContext, url: string): Promise<Shopper> {
  const shopper = new Shopper(await context.newPage());
  await shopper.page.goto(url);
  await shopper.open();
  return shopper;
}
