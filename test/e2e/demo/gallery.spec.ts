import { builtNames } from '../../../scripts/build/short-classes.mjs';
import type { Page } from '@playwright/test';
import { addressOf, type State } from '../../../demo/gallery/state-address.ts';
import { groups } from '../../../demo/gallery/states.ts';
import { cutByTextSpacing } from '../../widget/harness/text-spacing.ts';
import { axeFinds } from '../desk/axe.ts';
import { deep } from '../desk/deep.ts';
import { desks, frame, panelFaults } from '../desk/panel-faults.ts';
import { expect, test } from './site.ts';

// Every room in every state; a sample of them unless the run is a deep one.

const looks = [
  // each phrase longer than in any language, between brackets
  { locale: 'en-GB', scheme: 'light', width: 390, stretched: '1' },
  // as narrow as 1280 pixels at 400 %, and with its text spaced as a reader may
  { locale: 'de', scheme: 'dark', width: 320, spaced: true },
  { locale: 'ar', scheme: 'light', width: 1280, contrast: 'more' },
] as const;
/** At least 7 to 1, for whoever asks for more. */
const enhanced = { within: desks, rules: ['color-contrast-enhanced'] };
const ONE_IN = deep ? 1 : 13;

const all = looks.flatMap((look) =>
  groups.flatMap(({ title, states }) =>
    states.map((state) => ({ look, state, name: `${title}: ${state.title}` })),
  ),
);
const chosen = all.filter((_, index) => index % ONE_IN === 0);

for (const look of looks) {
  const { width, locale, scheme } = look;
  const words = { locale, scheme, ...('stretched' in look && { stretched: look.stretched }) };
  const shown = chosen.filter((one) => one.look === look);
  // one after the other on one page: the mock's code is compiled once, its data are made anew
  test(`${shown.length} states are sound at ${width} px, ${locale}, ${scheme}`, async ({
    page,
    site,
  }) => {
    test.setTimeout(shown.length * 60_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const contrast = 'contrast' in look ? look.contrast : 'no-preference';
    await page.emulateMedia({ reducedMotion: 'reduce', contrast });
    await page.setViewportSize({ width, height: 760 });
    for (const { state, name } of shown)
      await test.step(name, async () => {
        await page.goto(`${site}gallery/${addressOf(state, words)}`);
        await arrive(page, state);
        if ('stretched' in look && !isSilent(state))
          await expect(page.locator(frame)).toContainText('⟧');
        const cut = 'spaced' in look ? await page.evaluate(cutByTextSpacing, desks) : [];
        const faults = (await panelFaults(page)).filter((fault) => !isMadeByStretching(fault));
        const pale = contrast === 'more' ? await axeFinds(page, enhanced) : [];
        expect.soft([...cut, ...faults, ...pale], name).toEqual([]);
        expect.soft(complaints.splice(0), name).toEqual([]);
      });
  });
}

/** A name that begins with what its button says does so no more with words behind either of them. */
const isMadeByStretching = (fault: string): boolean =>
  fault.startsWith('label-content-name-mismatch') && fault.includes('⟧');

/** A shop that cannot be heard says nothing in words of its own. */
const isSilent = ({ scenario }: State): boolean =>
  scenario === 'api-down' || scenario === 'wrong-json';

/** Until the state is what its name says. */
async function arrive(page: Page, { hold }: State): Promise<void> {
  await expect(page.locator('html[data-shown]')).toBeAttached({ timeout: 40_000 });
  await expect(page.locator(frame)).toBeVisible();
  const bones = page.locator(frame).locator(`.${builtNames('.').get('sk')}`);
  if (hold) await expect(bones.first()).toBeVisible();
  else await expect(bones).toHaveCount(0);
}
