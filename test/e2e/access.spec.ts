import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome, type Shopper } from './desk/shopper.ts';

// axe finds nothing in any room: light, dark and forced colours, on a phone and beside the page.

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;
const phone = { viewport: { width: 390, height: 844 } };

async function expectNothing(shopper: Shopper, room: string): Promise<void> {
  // what fades in is judged once it is there
  await shopper.panel.evaluate((panel) =>
    Promise.all(panel.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  );
  const { violations } = await new AxeBuilder({ page: shopper.page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
  expect(found, room).toEqual([]);
}

for (const [look, media] of Object.entries(looks))
  for (const [size, options] of [
    ['beside the page', {}],
    ['on a phone', phone],
  ] as const)
    test(`axe finds nothing in any room, ${look}, ${size}`, async ({ browser, desk, owner }) => {
      test.setTimeout(120_000);
      const page = desk.site.page({ attributes: { 'data-scheme': 'auto' } });
      const shopper = await welcome(browser, desk, page, {
        ...options,
        ...media,
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
