import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OrderProgress } from '../../../src/contract/orders.ts';
import {
  trackingStatuses,
  type Parcel,
  type TrackingStatus,
} from '../../../src/contract/shipments.ts';
import { ar } from '../../../src/widget/locales/ar.ts';
import { de } from '../../../src/widget/locales/de.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { ja } from '../../../src/widget/locales/ja.ts';
import { createWords } from '../../../src/widget/locales/words.ts';
import {
  eventWords,
  headline,
  isMoving,
  latestNews,
} from '../../../src/widget/rooms/order-line.ts';
import { actionLabel, leadOf, story } from '../../../src/widget/rooms/order/order-story.ts';

const now = () => Date.parse('2026-11-23T08:00:00Z');
const words = createWords('en-GB', en, 'Europe/Brussels', now);
const thursday = { from: '2026-11-26T13:00:00.000Z', to: '2026-11-26T17:00:00.000Z' };
const saturday = { from: '2026-11-28T13:00:00.000Z', to: '2026-11-28T17:00:00.000Z' };

const progress = (given: Partial<OrderProgress>): OrderProgress => ({
  status: 'shipped',
  progress: 2.5,
  needsYou: false,
  parcels: 1,
  ...given,
});
const parcel = (given: Partial<Parcel>): Parcel => ({
  id: 'p1',
  status: 'in_transit',
  events: [],
  ...given,
});
const event = (status: Parcel['status'], at: string, text = 'Scanned') => ({ status, at, text });
const delivered = event('delivered', '2026-11-03T10:20:00.000Z', 'Left with your neighbour');

describe('the headline of an order', () => {
  const cases: [string, Partial<OrderProgress>, string][] = [
    ['just placed', { status: 'placed', progress: 0.5 }, 'We have your order'],
    ['being packed', { status: 'processing', progress: 1.5 }, 'Packing now'],
    ['label printed', { parcel: 'label_printed', estimate: thursday }, 'Packing now'],
    ['packed', { parcel: 'confirmed', estimate: thursday }, 'Packed and ready to leave'],
    ['on its way for a day', { parcel: 'in_transit', estimate: thursday }, 'Arriving Thursday'],
    [
      'on its way for some days',
      { parcel: 'in_transit', estimate: { ...thursday, to: saturday.to } },
      'Arriving by Saturday',
    ],
    ['on its way, nobody knows when', { parcel: 'in_transit' }, 'On its way'],
    [
      'promised for yesterday',
      {
        parcel: 'in_transit',
        estimate: { from: '2026-11-22T12:00:00.000Z', to: '2026-11-22T12:00:00.000Z' },
      },
      'Running late',
    ],
    ['in the van', { parcel: 'out_for_delivery', estimate: thursday }, 'Out for delivery'],
    ['nobody was home', { parcel: 'attempted_delivery', needsYou: true }, 'We missed you'],
    ['delayed', { parcel: 'delayed' }, 'Running late'],
    ['to be collected', { parcel: 'ready_for_pickup', needsYou: true }, 'Ready to collect'],
    [
      'delivered',
      { status: 'delivered', parcel: 'delivered', latest: delivered },
      'Delivered 3 Nov',
    ],
    [
      'collected yesterday',
      {
        status: 'delivered',
        parcel: 'picked_up',
        latest: event('picked_up', '2026-11-22T10:00:00.000Z'),
      },
      'Collected yesterday',
    ],
    ['delivered, nobody said when', { status: 'delivered' }, 'Delivered'],
    ['not deliverable', { parcel: 'failure', needsYou: true }, 'It could not be delivered'],
    ['on its way back', { parcel: 'returned_to_sender', needsYou: true }, 'Sent back to the shop'],
    ['silent for long', { parcel: 'expired', needsYou: true }, 'No news from the carrier'],
    ['cancelled', { status: 'cancelled', progress: 0 }, 'Cancelled'],
    ['a number and no more', { status: 'processing', parcel: 'unknown' }, 'Packing now'],
    ['a number, sent', { parcel: 'unknown', estimate: thursday }, 'Arriving Thursday'],
  ];
  for (const [what, given, said] of cases)
    test(`${what}: ${said}`, () => assert.equal(headline(progress(given), words), said));

  test('no status leaves a shopper without a sentence', () => {
    for (const status of trackingStatuses)
      assert.ok(headline(progress({ parcel: status }), words).length > 3, status);
  });
});

test('what is over does not move, what waits for the shopper does', () => {
  assert.equal(isMoving(progress({ status: 'delivered', parcel: 'delivered' })), false);
  assert.equal(isMoving(progress({ status: 'cancelled' })), false);
  assert.equal(isMoving(progress({ parcel: 'in_transit' })), true);
  assert.equal(isMoving(progress({ status: 'delivered', needsYou: true })), true);
});

test('the latest news have their day and time', () => {
  const latest = event('in_transit', '2026-11-23T07:12:00.000Z', 'Left Rotterdam');
  assert.equal(latestNews(progress({ latest }), words), 'Left Rotterdam · today at 08:12');
  assert.equal(latestNews(progress({}), words), undefined);
});

test('an event without words of the carrier has ours, for every status and in every language', () => {
  const say = (status: TrackingStatus, of = words) => eventWords({ status, text: '' }, of);
  assert.equal(say('out_for_delivery'), 'Out for delivery');
  assert.equal(say('picked_up'), 'Collected');
  assert.equal(say('unknown'), 'News from the carrier');
  assert.equal(
    eventWords({ status: 'delivered', text: 'Left in the shed' }, words),
    'Left in the shed',
  );
  for (const [locale, phrases] of [
    ['en-GB', en],
    ['de', de],
    ['ar', ar],
  ] as const)
    for (const status of trackingStatuses)
      assert.match(say(status, createWords(locale, phrases)), /^\p{L}/u);
});

describe('the sentences under the headline', () => {
  const tell = (given: Partial<OrderProgress>, ...parcels: Parcel[]) =>
    story(progress(given), parcels, words);

  test('the hours where the headline has the day', () => {
    const one = parcel({ estimate: thursday });
    assert.equal(tell({ parcel: 'in_transit', estimate: thursday }, one), '14:00 to 18:00');
  });

  test('the day and the hours where the headline has neither', () => {
    const one = parcel({ status: 'confirmed', estimate: thursday });
    const given = { parcel: 'confirmed', progress: 2, estimate: thursday } as const;
    assert.equal(tell(given, one), 'Arriving Thursday, 14:00 to 18:00');
  });

  test('a day without hours adds nothing to a headline with that day', () => {
    const day = { from: thursday.from, to: thursday.from };
    assert.equal(tell({ parcel: 'in_transit', estimate: day }, parcel({ estimate: day })), '');
  });

  test('when the rest of a split order comes', () => {
    const parcels = [
      parcel({ estimate: thursday }),
      parcel({ id: 'p2', status: 'confirmed', estimate: saturday }),
      parcel({ id: 'p3', status: 'delivered', estimate: saturday }),
    ];
    assert.equal(
      tell({ parcel: 'in_transit', estimate: thursday, parcels: 3 }, ...parcels),
      '14:00 to 18:00. The rest comes on Saturday.',
    );
  });

  test('in Japanese they end as its sentences do, with no blank between', () => {
    const parcels = [parcel({ estimate: thursday }), parcel({ id: 'p2', estimate: saturday })];
    const given = progress({ parcel: 'in_transit', estimate: thursday, parcels: 2 });
    const japanese = createWords('ja', ja, 'Europe/Brussels', now);
    assert.equal(story(given, parcels, japanese), '14:00～18:00。残りは土曜日に届きます。');
  });

  test('when it was expected, once that is over', () => {
    const past = { from: '2026-11-22T12:00:00.000Z', to: '2026-11-22T12:00:00.000Z' };
    assert.equal(
      tell({ parcel: 'in_transit', estimate: past }, parcel({ estimate: past })),
      'It was expected yesterday.',
    );
  });

  test('the carrier’s own words once it is there', () => {
    const one = parcel({ status: 'delivered', events: [delivered] });
    assert.equal(
      tell({ status: 'delivered', parcel: 'delivered', progress: 4, latest: delivered }, one),
      'Left with your neighbour',
    );
  });

  test('what happened, where it waits and until when', () => {
    const one = parcel({
      status: 'attempted_delivery',
      events: [event('attempted_delivery', '2026-11-20T14:40:00.000Z')],
      action: {
        kind: 'choose_delivery',
        place: 'the Antwerp depot',
        until: '2026-11-30T16:00:00.000Z',
      },
    });
    assert.equal(
      tell({ parcel: 'attempted_delivery', needsYou: true }, one),
      'Nobody was home on Friday at 15:40. Your parcel is safe at the Antwerp depot. It is kept until 30 Nov.',
    );
  });

  test('a delay asks nothing of the shopper', () => {
    const one = parcel({ status: 'delayed', action: { kind: 'wait' } });
    assert.match(tell({ parcel: 'delayed' }, one), /need not do anything/);
    assert.equal(actionLabel({ kind: 'wait' }, 'PostNL', words), undefined);
  });
});

test('the headline speaks of the parcel that it is about', () => {
  const parcels = [
    parcel({ id: 'p1', estimate: saturday }),
    parcel({ id: 'p2', estimate: thursday }),
  ];
  assert.equal(leadOf(progress({ parcel: 'in_transit', estimate: thursday }), parcels), 1);
  assert.equal(leadOf(progress({ parcel: 'in_transit', estimate: saturday }), parcels), 0);
  assert.equal(leadOf(progress({ status: 'placed' }), parcels), 0);
});
