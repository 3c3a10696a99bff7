import { deep } from './desk/deep.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcome, type Shopper } from './desk/shopper.ts';

const MANY = 5000;
/** The panel's window holds some ten rows; with what waits above and below it: */
const MOST_ROWS = 100;

test('five thousand orders cost no more than those in sight, and are found again as they were', async ({
  browser,
  desk,
  owner,
}) => {
  const shopper = await welcome(browser, desk);
  await multiply(shopper);
  await shopper.open();
  await shopper.signIn(owner.email, desk);
  await expect(shopper.headline).toContainText('Quillon');

  const cold = await timed(shopper);
  await shopper.tab('Home').click();
  await expect(shopper.headline).toContainText('Quillon');
  const first = await timed(shopper);
  const rows = shopper.panel.getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(MOST_ROWS);

  const frames = await scrollThrough(shopper);
  expect(await rows.count()).toBeLessThan(MOST_ROWS);
  const last = rows.last();
  await expect(last).toHaveAttribute('aria-posinset', /^\d{4}$/);
  await expect(last).toHaveAttribute('aria-setsize', (await last.getAttribute('aria-posinset'))!);

  // into one of them and back
  await scrollBy(shopper, -200_000);
  const before = await rows.nth(30).getAttribute('aria-posinset');
  const row = shopper.panel.locator(`[role=listitem][aria-posinset="${before}"]`);
  await row.scrollIntoViewIfNeeded();
  await drawn(shopper);
  const at = await row.boundingBox();
  await row.getByRole('link').click();
  await expect(shopper.button('Back')).toBeVisible();
  await expect(row).toHaveCount(0);
  await shopper.button('Back').click();
  await expect(row).toBeVisible();
  await expect.poll(async () => Math.round((await row.boundingBox())!.y)).toBe(Math.round(at!.y));

  // by keyboard from row to row, past the end of a block
  await row.getByRole('link').focus();
  for (let step = 0; step < 45; step += 1) {
    await shopper.page.keyboard.press('Tab');
    await drawn(shopper);
  }
  const focused = shopper.panel.locator('[role=listitem]:focus-within');
  await expect(focused).toHaveAttribute('aria-posinset', String(Number(before) + 45));
  await expect(focused).toBeInViewport();

  if (deep)
    console.log(
      `  5,000 orders: first rows after ${Math.round(first)} ms (with the room's code ${Math.round(cold)}); ${frames.length} frames of scrolling, ` +
        `median ${median(frames).toFixed(1)} ms, ${frames.filter((ms) => ms > 34).length} above 34 ms`,
    );
  expect(shopper.complaints).toEqual([]);
  await leave(shopper);
});

/** The shopper's own orders again and again, each with an id of its own. */
async function multiply({ page }: Shopper): Promise<void> {
  await page.route(/\/v1\/orders(\?|$)/, async (route) => {
    const response = await route.fetch();
    const { items, years } = (await response.json()) as {
      items: { id: string; progress: { needsYou: boolean } }[];
      years: number[];
    };
    const quiet = items.filter(({ progress }) => !progress.needsYou);
    const all = Array.from({ length: MANY }, (_, n) => {
      const one = quiet[n % quiet.length]!;
      return { ...one, id: `${one.id}~${n}` };
    });
    await route.fulfill({ response, json: { items: all, years } });
  });
  await page.route(/\/v1\/orders\/[^?]*~/, (route) =>
    route.continue({
      url: route
        .request()
        .url()
        .replace(/(~|%7E)\d+/i, ''),
    }),
  );
}

/** Milliseconds from the tap on the tab until the first row stands there, in the page itself. */
function timed(shopper: Shopper): Promise<number> {
  return shopper.tab('Orders').evaluate(async (tab) => {
    const panel = tab.getRootNode() as ShadowRoot;
    const began = performance.now();
    (tab as HTMLElement).click();
    const row = () =>
      panel.querySelector('.body')?.firstElementChild?.shadowRoot?.querySelector('[role=listitem]');
    while (!row()) await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });
}

const bodyOf = ({ panel }: Shopper) => panel.locator('.body');

async function scrollBy(shopper: Shopper, by: number): Promise<void> {
  await bodyOf(shopper).evaluate((body, top) => body.scrollBy({ top }), by);
  await drawn(shopper);
}

/** Rows come and go with the scroll event, which comes with the next frame; then they are drawn. */
async function drawn({ page }: Shopper): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
}

/** To the very end, a screenful a frame; the milliseconds of each frame. */
function scrollThrough(shopper: Shopper): Promise<number[]> {
  return bodyOf(shopper).evaluate(async (body) => {
    const frame = () => new Promise<number>((seen) => requestAnimationFrame(seen));
    const took: number[] = [];
    let last = await frame();
    for (let step = 0; step < 300; step += 1) {
      body.scrollBy({ top: 400 });
      const now = await frame();
      took.push(now - last);
      last = now;
    }
    body.scrollTo({ top: body.scrollHeight });
    await frame();
    await frame();
    return took;
  });
}

const median = (all: readonly number[]): number =>
  all.toSorted((one, other) => one - other)[all.length >> 1]!;
