import type { Browser, Locator, Page } from '@playwright/test';
import { complaintsOf } from './complaints.ts';
import { expect, type Desk } from './fixture.ts';
import { panelFaults } from './panel-faults.ts';
import { openProxy } from './proxy.ts';

/** A shopper at the panel: everything by role and name, as they see and hear it (in English). */
export class Shopper {
  readonly page: Page;
  /** What went wrong on the merchant's page: must stay empty. */
  readonly complaints: string[];

  constructor(page: Page) {
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  get launcher(): Locator {
    return this.page.getByRole('button', { name: /^Help/ }).first();
  }
  get panel(): Locator {
    return this.page.getByRole('dialog', { name: 'Help and orders' });
  }
  /** The room's own heading: the sentence that answers. */
  get headline(): Locator {
    return this.panel.getByRole('heading', { level: 1 });
  }
  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }
  link(name: string | RegExp): Locator {
    return this.panel.getByRole('link', { name });
  }
  tab(name: string): Locator {
    return this.panel.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name });
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.headline).toBeVisible();
  }

  /** Nothing for axe in the open panel, and nothing to scroll sideways. */
  async seesNoFault(): Promise<void> {
    expect(await panelFaults(this.page)).toEqual([]);
  }

  async signIn(email: string, desk: Pick<Desk, 'codeFor'>): Promise<void> {
    await this.button('Sign in').last().click();
    await this.giveCode(email, desk);
  }

  /** In the sign-in room: the address, then the code that was sent to it. */
  async giveCode(email: string, desk: Pick<Desk, 'codeFor'>): Promise<void> {
    await this.panel.getByLabel('E-mail').fill(email);
    await this.button('Send code').click();
    const code = this.panel.getByLabel('6-digit code');
    await expect(code).toBeVisible();
    await code.fill(await desk.codeFor(email));
    await expect(code).toBeHidden();
  }

  async lookUp(number: string, contact: string): Promise<void> {
    await this.button('Track as guest').click();
    await this.panel.getByLabel('Order number').fill(number);
    await this.panel.getByLabel('E-mail or phone').fill(contact);
    await this.button('Track it').click();
  }

  /** Goes to an order from the list. */
  async openOrder(number: string): Promise<void> {
    await this.tab('Orders').click();
    await this.link(new RegExp(`Order ${number}(?!\\d)`)).click();
    await expect(this.panel.getByText(`Order ${number}`, { exact: true })).toBeVisible();
  }

  /** All the text of the panel, shadow roots and all, a piece a line. */
  text(): Promise<string[]> {
    return this.panel.evaluate((panel) => {
      const pieces: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof Element && !node.checkVisibility()) return;
        if (node instanceof Text && node.data.trim())
          pieces.push(node.data.replace(/\s+/g, ' ').trim());
        const inside = (node instanceof Element && node.shadowRoot) || node;
        for (const child of inside.childNodes) walk(child);
      };
      walk(panel);
      return pieces;
    });
  }

  /** Everything the page holds: texts, attributes, typed values, in every shadow root. */
  dom(): Promise<string> {
    return this.page.evaluate(() => {
      const pieces: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof Text || node instanceof Comment) pieces.push(node.data);
        if (node instanceof Element) {
          for (const { name, value } of node.attributes) pieces.push(`${name}="${value}"`);
          if (node instanceof HTMLInputElement) pieces.push(node.value);
          if (node.shadowRoot) walk(node.shadowRoot);
        }
        for (const child of node.childNodes) walk(child);
      };
      walk(document);
      return pieces.join('\n');
    });
  }
}

/** A new shopper with a browser, an address and a page of their own. */
export async function welcome(
  browser: Browser,
  desk: Desk,
  url = desk.site.page(),
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Shopper> {
  const proxy = await openProxy(desk.newAddress());
  const context = await browser.newContext({
    proxy: { server: proxy.url },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  context.on('close', () => void proxy.close());
  const shopper = new Shopper(await context.newPage());
  await shopper.page.goto(url);
  return shopper;
}

/** One of many who come to look at data: without movement, which others wait for. */
export const welcomeBriefly = (browser: Browser, desk: Desk): Promise<Shopper> =>
  welcome(browser, desk, undefined, { reducedMotion: 'reduce' });

export const leave = (shopper: Shopper): Promise<void> => shopper.page.context().close();
