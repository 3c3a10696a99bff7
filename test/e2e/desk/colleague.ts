import type { Browser, Locator, Page } from '@playwright/test';
import { codeOf, stepAt } from '../../../src/backend/services/totp.ts';
import { complaintsOf } from './complaints.ts';
import { expect, type Desk } from './fixture.ts';

/** Somebody of the shop at the console: everything by role and name, as they see and hear it. */
export class Colleague {
  readonly page: Page;
  readonly complaints: string[];

  constructor(page: Page) {
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'Conversations' });
  }
  row(words: string | RegExp): Locator {
    return this.list.getByRole('link').filter({ hasText: words });
  }
  thread(name: string): Locator {
    return this.page.getByRole('region', { name: `Conversation with ${name}` });
  }
  field(name: string): Locator {
    return this.page.getByLabel(`Write to ${name}`);
  }

  /** As far as a mailed link brings. */
  async followLink(email: string, desk: Pick<Desk, 'url'>): Promise<void> {
    const { page } = this;
    await page.goto(`${desk.url}/console`);
    await page.getByLabel('Your work e-mail').fill(email);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
    await page.goto(await linkFor(email, desk));
    await page.getByRole('button', { name: 'Go on' }).click();
  }

  /** With a mailed link and an app that is set up on the way: the key it was given. */
  async signIn(email: string, desk: Pick<Desk, 'url'>): Promise<string> {
    const { page } = this;
    await this.followLink(email, desk);
    const secret = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? '';
    await this.giveCode(secret);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(this.list).toBeVisible();
    return secret;
  }

  /** What the app shows, where the server's clock may be ahead. */
  async giveCode(secret: string, { minutesAhead = 0 } = {}): Promise<void> {
    const at = new Date(Date.now() + minutesAhead * 60_000);
    await this.page.getByLabel('Code from your app').fill(await codeOf(secret, stepAt(at)));
  }
}

/** The link of the newest mail to this address. */
async function linkFor(email: string, { url }: Pick<Desk, 'url'>): Promise<string> {
  const mailbox = `${url}/dev/mailbox.json?limit=1&to=${encodeURIComponent(email)}`;
  let link: string | undefined;
  await expect(async () => {
    const { mails }: { mails: { text: string }[] } = await (await fetch(mailbox)).json();
    link = /http\S+#link=[\w-]+/.exec(mails[0]?.text ?? '')?.[0];
    expect(link).toBeDefined();
  }).toPass();
  return link!;
}

/** Adds somebody to the shop, and signs them in in a browser of their own. */
export async function employ(
  browser: Browser,
  desk: Desk,
  who: { email: string; name: string; role: string },
): Promise<Colleague> {
  await desk.server.command('staff', 'add', who.email, '--role', who.role, '--name', who.name);
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const colleague = new Colleague(await context.newPage());
  await colleague.signIn(who.email, desk);
  return colleague;
}
