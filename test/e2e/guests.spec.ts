import type { Page, Response } from '@playwright/test';
import type { OrderRow } from '../../src/contract/import.ts';
import { dice } from '../data/dice.ts';
import { exceptions, fixtureSecrets } from '../fixtures/orders.ts';
import { deep } from './desk/deep.ts';
import { expectedOrder, secretsOf } from './desk/expected.ts';
import { expect, test } from './desk/fixture.ts';
import { leave, welcomeBriefly, type Shopper } from './desk/shopper.ts';

// Guests give number and e-mail. They see where the order is, and nothing else of it: not in the
// page, not in any answer that came over the network.
const sample = deep ? 200 : 10;
const batches = deep ? 20 : 2;
test.describe.configure({ mode: 'parallel', timeout: 150_000 });

for (let batch = 0; batch < batches; batch += 1)
  test(`guests see where an order is and nothing else, part ${batch + 1} of ${batches}`, async ({
    browser,
    desk,
    shop,
    rows,
  }) => {
    const roll = dice(3, 'guests');
    const open = [...rows.orders];
    const chosen = Array.from({ length: sample }, () =>
      open.splice(roll.between(0, open.length - 1), 1),
    )
      .flat()
      .slice((batch * sample) / batches, ((batch + 1) * sample) / batches);
    expect(chosen.length).toBe(sample / batches);

    for (const row of chosen) {
      const expected = expectedOrder(shop.source, row.number);
      const shopper = await welcomeBriefly(browser, desk);
      const answers = listen(shopper.page, desk.url);
      await shopper.open();
      await shopper.lookUp(row.number, expected.email);
      await compare(shopper, row);
      await keptFrom(shopper, answers, secretsOf(expected), expected.email);
      expect(shopper.complaints).toEqual([]);
      await leave(shopper);
    }
  });

for (const name of [...exceptions, 'unknown', 'split'] as const)
  test(`a guest of an order that is ${name} sees that, and nothing else`, async ({
    browser,
    desk,
    owner,
  }) => {
    const row = owner.order(name);
    const shopper = await welcomeBriefly(browser, desk);
    const answers = listen(shopper.page, desk.url);
    await shopper.open();
    await shopper.lookUp(row.number, owner.email);
    await expect(shopper.headline).toHaveText(exceptionWords[name]);
    await keptFrom(shopper, answers, [...fixtureSecrets], owner.email);
    await leave(shopper);
  });

const exceptionWords = {
  attempted_delivery: 'We missed you',
  delayed: 'Running late',
  ready_for_pickup: 'Ready to collect',
  failure: 'It could not be delivered',
  returned_to_sender: 'Sent back to the shop',
  expired: 'No news from the carrier',
  unknown: 'On its way',
  split: /^Arriving/,
};

async function compare(shopper: Shopper, row: OrderRow): Promise<void> {
  await expect(shopper.headline).toHaveText(headlineOf(row));
  await expect(shopper.panel.getByText(`Order ${row.number}`, { exact: true })).toBeVisible();
  const [parcel] = row.shipments;
  if (!parcel) return;
  const earlier = shopper.button(/^Show \d+ earlier steps?$/);
  if (parcel.events.length > 5) await earlier.click();
  const steps = shopper.panel.getByRole('list', { name: 'What happened so far' });
  const shown = await steps.getByRole('listitem').evaluateAll((items) =>
    items.map((item) => ({
      at: item.querySelector('time')?.dateTime,
      text: item.querySelector('p')?.textContent,
    })),
  );
  expect(shown, row.number).toEqual(parcel.events.map(({ at, text }) => ({ at, text })));
  await expect(shopper.button(`Copy the tracking number ${parcel.number}`)).toBeVisible();
}

function headlineOf({ status, shipments }: OrderRow): string | RegExp {
  const [parcel] = shipments;
  if (status === 'placed' || !parcel) return 'We have your order';
  if (status === 'cancelled') return 'Cancelled';
  if (status === 'delivered') return /^Delivered/;
  if (parcel.status === 'out_for_delivery') return 'Out for delivery';
  const weekday = new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    timeZone: 'America/New_York',
  }).format(new Date(parcel.estimate?.to ?? ''));
  return new RegExp(`^Arriving (tomorrow|${weekday})$`);
}

interface Answers {
  bodies(): Promise<string[]>;
}

/**
 * Every answer of the backend to this page until they are asked for; code and the stream, which
 * never ends, apart. What comes later could go with the page before it is read.
 */
function listen(page: Page, url: string): Answers {
  const coming: Promise<string>[] = [];
  const keep = (response: Response) => {
    const type = response.headers()['content-type'] ?? '';
    if (response.url().startsWith(url) && /json/.test(type)) coming.push(response.text());
  };
  page.on('response', keep);
  return {
    bodies: () => {
      page.off('response', keep);
      return Promise.all(coming);
    },
  };
}

async function keptFrom(
  shopper: Shopper,
  answers: Answers,
  secrets: string[],
  typed: string,
): Promise<void> {
  const bodies = await answers.bodies();
  expect(bodies.some((body) => body.includes('"progress"'))).toBe(true);
  const places = [
    ['the page', await shopper.dom()] as const,
    ...bodies.map((body) => ['an answer', body] as const),
  ];
  for (const [place, content] of places)
    for (const secret of secrets)
      expect(has(content.replaceAll(typed, ''), secret), `${place} must not hold "${secret}"`).toBe(
        false,
      );
}

/** As a word of its own: a customer called Li is not given away by a link. */
function has(content: string, secret: string): boolean {
  const literal = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.])${literal}(?![\\w.])`).test(content);
}
