import type { CDPSession, Page } from '@playwright/test';
import { axeFinds } from './desk/axe.ts';
import { Colleague } from './desk/colleague.ts';
import { deskOf, expect, test } from './desk/fixture.ts';
import { startSampleShop } from './desk/server.ts';

// Somebody of the shop signs in by passkeys alone, in a browser with an authenticator of its own.

test('a passkey is set up in place of an app, signs in alone, and is named and removed', async ({
  browser,
  desk,
  owner,
}) => {
  const email = `nora-of-${owner.email}`;
  await desk.server.command('staff', 'add', email, '--role', 'agent', '--name', 'Nora');
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const nora = new Colleague(page);
  const devices = await devicesOf(page);
  await devices.plugIn();

  await nora.followLink(email, desk);
  await page.getByRole('button', { name: 'Use a passkey instead' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(nora.list).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(nora.list).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('3');
  const keys = page.getByRole('region', { name: 'Passkeys' });
  const rows = keys.getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button', { name: 'Remove' }).click();
  await expect(keys.getByRole('alert')).toHaveText(/only way in/);
  await rows.getByRole('button', { name: 'Rename' }).click();
  await rows.getByLabel('Name of the passkey').fill('Old laptop');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveText(/Old laptop/);

  await devices.plugIn();
  await keys.getByLabel('Name of the passkey').fill('Telephone');
  await keys.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(rows).toHaveText([/Old laptop/, /Telephone.* not used yet/]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page)).toEqual([]);
  }
  await rows.getByRole('button', { name: 'Remove: Old laptop' }).click();
  await expect(rows).toHaveText([/Telephone/]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await axeFinds(page)).toEqual([]);
  expect(nora.complaints).toEqual([]);
  await context.close();
});

test('who signed in long ago signs in anew before a passkey is added, and what they typed is there', async ({
  browser,
}) => {
  const server = await startSampleShop('movable');
  const desk = deskOf(server, undefined as never);
  const email = 'rhea@alder.example';
  await server.command('staff', 'add', email, '--role', 'agent', '--name', 'Rhea Roth');
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const rhea = new Colleague(page);
  const secret = await rhea.signIn(email, desk);
  const devices = await devicesOf(page);
  await devices.plugIn();
  await server.later();

  await page.goto(`${desk.url}/console#settings/access`);
  const keys = page.getByRole('region', { name: 'Passkeys' });
  const rows = keys.getByRole('listitem');
  await keys.getByLabel('Name of the passkey').fill('Work laptop');
  await page.keyboard.press('Enter');
  await expect(keys.getByRole('alert')).toHaveText(/Sign in again, then do it/);
  await expect(rows).toHaveCount(0);
  expect(await axeFinds(page)).toEqual([]);
  await keys.getByRole('button', { name: 'Sign in again' }).press('Enter');
  await rhea.followLink(email, desk);
  await rhea.giveCode(secret, { minutesAhead: 11 });
  await expect(keys.getByLabel('Name of the passkey')).toHaveValue('Work laptop');
  await keys.getByRole('button', { name: 'Add a passkey' }).press('Enter');
  await expect(rows).toHaveText([/Work laptop/]);

  // with a passkey there it needs no other page
  await server.later();
  await keys.getByLabel('Name of the passkey').fill('Telephone');
  await rows.getByRole('button', { name: 'Remove: Work laptop' }).press('Enter');
  await expect(keys.getByRole('alert')).toHaveText(/Sign in again, then do it/);
  await keys.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await expect(keys.getByRole('alert')).toBeHidden();
  await expect(keys.getByLabel('Name of the passkey')).toBeFocused();
  await expect(keys.getByLabel('Name of the passkey')).toHaveValue('Telephone');
  await rows.getByRole('button', { name: 'Remove: Work laptop' }).press('Enter');
  await expect(rows).toHaveCount(0);
  expect(rhea.complaints).toEqual([]);
  await context.close();
  await server.close();
});

/** Authenticators in this browser, one at a time: each verifies whoever is there at once. */
async function devicesOf(page: Page): Promise<{ plugIn(): Promise<void> }> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  let current: string | undefined;
  return {
    async plugIn() {
      if (current !== undefined)
        await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: current });
      const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
          ...{ hasUserVerification: true, isUserVerified: true },
          automaticPresenceSimulation: true,
        },
      });
      current = authenticatorId;
    },
  };
}
