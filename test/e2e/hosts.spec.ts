import { expect, test } from './desk/fixture.ts';
import { hosts } from './desk/hosts.ts';
import { Shopper } from './desk/shopper.ts';
import { still } from './desk/still.ts';

// Pages with rude styles and scripts, one after the other: the panel is the same on each, to the pixel, and the page
// is the same with the tag and without.

/** Boxes and looks of all that an element shows, through all shadows. */
const looks = (name: string): string[] => {
  const seen: string[] = [];
  const host = document.querySelector(name)!;
  // where an element stands in the page is the page's own to say
  const from = name === 'front-desk' ? new DOMRect() : host.getBoundingClientRect();
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
      const box = [x - from.x, y - from.y, width, height].map((edge) => Math.round(edge));
      seen.push(`${one.localName} ${box.join()} ${look.join(' | ')}`);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
  };
  walk(host.shadowRoot!);
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
    // what the shop is and who is here come by themselves, one before the other
    await expect(shopper.panel.getByText('Write to us')).toBeVisible();
    await expect(shopper.panel.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await shopper.panel.focus();
    await still(shopper.panel);
    return page.evaluate(looks, 'front-desk');
  };
  /** The page's own part of the window, where no button stands. */
  const paint = async (head: string, tags: number) => {
    await page.goto(desk.site.page({ head, tags }));
    if (tags) await expect(page.locator('front-desk')).toBeAttached();
    return page.screenshot({ clip: { x: 0, y: 0, width: 900, height: 690 } });
  };
  const clean = await see('');
  expect(clean.length).toBeGreaterThan(30);
  for (const [file, head] of Object.entries(hosts))
    await test.step(file, async () => {
      expect(await see(head)).toEqual(clean);
      expect((await paint(head, 1)).equals(await paint(head, 0))).toBe(true);
    });
  expect(shopper.complaints).toEqual([]);
  await page.close();
});

test('an order in the page looks the same on every page', async ({ browser, desk, owner }) => {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 800 },
    reducedMotion: 'reduce',
  });
  const shopper = new Shopper(page);
  const [api, number] = [desk.url, owner.numberOf('split')];
  const see = async (style: string) => {
    const head = `${style}<style>main, nav { display: none !important }</style>
      <script async src="${api}/fd-order-tracker.js"></script>`;
    const body = `<fd-order-tracker api="${api}" order="${number}"
      style="position: fixed !important; inset: 0 auto auto 0 !important; width: 600px !important"></fd-order-tracker>`;
    await page.goto(desk.site.page({ head, body, tags: 0 }));
    await expect(page.getByLabel('Order number')).toHaveValue(number);
    await still(page.locator('fd-find'));
    return page.evaluate(looks, 'fd-order-tracker');
  };
  const clean = await see('');
  expect(clean.length).toBeGreaterThan(10);
  for (const [file, head] of Object.entries(hosts))
    await test.step(file, async () => {
      expect(await see(head)).toEqual(clean);
    });
  expect(shopper.complaints).toEqual([]);
  await page.close();
});
