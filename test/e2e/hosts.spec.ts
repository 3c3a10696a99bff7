import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './desk/fixture.ts';
import { Shopper } from './desk/shopper.ts';

// Pages with rude styles, one after the other: the panel is the same on each, to the pixel, and the page
// is the same with the tag and without.

const hosts = readdirSync('demo/hosts').map((file) => ({
  file,
  head: `<style>${readFileSync(`demo/hosts/${file}`, 'utf8')}</style>`,
}));

/** Boxes and looks of all that the desk shows, through all shadows. */
const looks = (): string[] => {
  const seen: string[] = [];
  const walk = (root: ParentNode): void => {
    for (const one of root.querySelectorAll('*')) {
      const { x, y, width, height } = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      const look = [
        ...[style.display, style.color, style.backgroundColor, style.font, style.letterSpacing],
        ...[style.padding, style.margin, style.border, style.borderRadius, style.cursor],
        ...[style.textTransform, style.textAlign, style.whiteSpace, style.opacity, style.filter],
        ...[style.transitionDuration, style.textIndent, style.wordSpacing, style.userSelect],
      ];
      const box = [x, y, width, height].map((edge) => Math.round(edge));
      seen.push(`${one.localName} ${box.join()} ${look.join(' | ')}`);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
  };
  walk(document.querySelector('front-desk')!.shadowRoot!);
  return seen;
};

test('the panel looks the same on every page, and no page looks other for it', async ({
  browser,
  desk,
}) => {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 800 },
    reducedMotion: 'reduce',
  });
  const shopper = new Shopper(page);
  const see = async (head: string) => {
    await page.goto(desk.site.page({ head }));
    await shopper.open();
    await expect(shopper.panel.getByText('Write to us')).toBeVisible();
    await shopper.panel.focus();
    return page.evaluate(looks);
  };
  /** The page's own part of the window, where no button stands. */
  const paint = async (head: string, tags: number) => {
    await page.goto(desk.site.page({ head, tags }));
    if (tags) await expect(page.locator('front-desk')).toBeAttached();
    return page.screenshot({ clip: { x: 0, y: 0, width: 900, height: 690 } });
  };
  const clean = await see('');
  expect(clean.length).toBeGreaterThan(30);
  for (const { file, head } of hosts)
    await test.step(file, async () => {
      expect(await see(head)).toEqual(clean);
      expect((await paint(head, 1)).equals(await paint(head, 0))).toBe(true);
    });
  expect(shopper.complaints).toEqual([]);
  await page.close();
});
