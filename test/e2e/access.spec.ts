import { axeFinds } from './desk/axe.ts';
import { deep } from './desk/deep.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome, type Shopper } from './desk/shopper.ts';
import { still } from './desk/still.ts';

// axe finds nothing in any room: light, dark and forced colours, on a phone and beside the page.

const looks = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
  light: { colorScheme: 'light', forcedColors: 'none' },
} as const;
/** What axe finds by colour. All else is the same in each look, and looked at in the light. */
const byColour = ['color-contrast', 'link-in-text-block'];
const sizes = { 'beside the page': {}, 'on a phone': { viewport: { width: 390, height: 844 } } };

async function expectNothing(shopper: Shopper, room: string): Promise<void> {
  for (const [look, media] of Object.entries(looks)) {
    await shopper.page.emulateMedia(media);
    // what fades in is judged once it is there
    await still(shopper.panel);
    const isWhole = look === 'light' || deep;
    const found = await axeFinds(shopper.page, isWhole ? {} : { rules: byColour });
    expect(found, `${room}, ${look}`).toEqual([]);
  }
}

for (const [size, options] of Object.entries(sizes))
  test(`axe finds nothing in any room, in any look, ${size}`, async ({ browser, desk, owner }) => {
    test.setTimeout(240_000);
    const page = desk.site.page({ attributes: { 'data-scheme': 'auto' } });
    const shopper = await welcome(browser, desk, page, {
      ...options,
      reducedMotion: 'reduce',
    });
    await expect(shopper.launcher).toBeVisible();
    await shopper.open();
    await expectNothing(shopper, 'home, signed out');
    await shopper.button('Track as guest').click();
    await shopper.button('Track it').click();
    await expect(shopper.panel.getByRole('alert').first()).toBeVisible();
    await expectNothing(shopper, 'find, with what is wrong');
    await shopper.button('Back').click();
    await shopper.button('Sign in').last().click();
    await expectNothing(shopper, 'sign-in');
    await shopper.panel.getByLabel('E-mail').fill(owner.email);
    await shopper.button('Send code').click();
    const code = shopper.panel.getByLabel('6-digit code');
    await expect(code).toBeVisible();
    await expectNothing(shopper, 'the code');
    await code.fill(await desk.codeFor(owner.email));
    await expect(shopper.headline).toContainText('Quillon');
    await expectNothing(shopper, 'home, signed in');
    for (const name of ['attempted_delivery', 'split', 'delivered'] as const) {
      await shopper.openOrder(owner.numberOf(name));
      await expectNothing(shopper, `order, ${name}`);
    }
    await shopper.tab('Orders').click();
    await expect(shopper.link(/Order #F/).first()).toBeVisible();
    await expectNothing(shopper, 'orders');
    await shopper.button('Your account').click();
    await expectNothing(shopper, 'account');
    await leave(shopper);
  });
