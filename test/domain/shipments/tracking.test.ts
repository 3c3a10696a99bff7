import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { orderStatuses, type OrderStatus } from '../../../src/contract/orders.ts';
import {
  trackingStatuses,
  type TrackingEvent,
  type TrackingStatus,
} from '../../../src/contract/shipments.ts';
import type { ParcelCard } from '../../../src/domain/orders/orders.ts';
import {
  isException,
  isFinal,
  leadingParcel,
  mergeEvents,
  nextAction,
  progressOf,
  statusAfter,
  statusOfEvents,
} from '../../../src/domain/shipments/tracking.ts';

const parcel = (status: TrackingStatus, more: Partial<ParcelCard> = {}): ParcelCard => ({
  status,
  ...more,
});
const event = (at: string, status: TrackingStatus, text = 'seen'): TrackingEvent => ({
  at,
  status,
  text,
});
const day = (from: string) => ({ from, to: from });

const anyStatus = fc.constantFrom(...trackingStatuses);
const anyOrderStatus = fc.constantFrom(...orderStatuses);
const anyEvent: fc.Arbitrary<TrackingEvent> = fc.record(
  {
    at: fc.constantFrom('1', '2', '3'),
    status: fc.constantFrom(...trackingStatuses),
    text: fc.constantFrom('a', 'b'),
    place: fc.constantFrom('Delft', 'Utrecht'),
  },
  { requiredKeys: ['at', 'status', 'text'], noNullPrototype: true },
);
const anyParcel: fc.Arbitrary<ParcelCard> = fc.record(
  {
    status: anyStatus,
    estimate: fc.constantFrom(day('1'), day('2')),
    latest: anyEvent,
    pickup: fc.constant({ place: 'Kiosk', until: '9' }),
  },
  { requiredKeys: ['status'], noNullPrototype: true },
);

describe('the progress of an order', () => {
  const table: [string, OrderStatus, ParcelCard[], progress: number, needsYou: boolean][] = [
    ['just placed', 'placed', [], 0.5, false],
    ['being packed', 'processing', [], 1.5, false],
    ['sent, no parcel known', 'shipped', [], 2.5, false],
    ['delivered, no parcel known', 'delivered', [], 4, false],
    ['cancelled', 'cancelled', [], 0, false],
    ['cancelled with a parcel still out', 'cancelled', [parcel('in_transit')], 0, false],
    ['label printed', 'placed', [parcel('label_printed')], 1.5, false],
    ['taken by the carrier', 'processing', [parcel('carrier_picked_up')], 2.5, false],
    ['out for delivery', 'shipped', [parcel('out_for_delivery')], 3, false],
    ['delivered', 'delivered', [parcel('delivered')], 4, false],
    ['fetched', 'delivered', [parcel('picked_up')], 4, false],
    ['late', 'shipped', [parcel('delayed')], 2.5, false],
    ['missed at the door', 'shipped', [parcel('attempted_delivery')], 3, true],
    ['waits at a shop', 'shipped', [parcel('ready_for_pickup')], 3, true],
    ['on its way back', 'shipped', [parcel('returned_to_sender')], 3, true],
    ['a parcel with no news says nothing', 'shipped', [parcel('unknown')], 2.5, false],
    ['nor does one that was cancelled', 'processing', [parcel('cancelled')], 1.5, false],
    ['the shop’s word outweighs a late scan', 'delivered', [parcel('in_transit')], 4, false],
    [
      'the parcel that is due speaks',
      'shipped',
      [parcel('delivered'), parcel('in_transit')],
      2.5,
      false,
    ],
    ['an exception speaks first', 'shipped', [parcel('in_transit'), parcel('failure')], 3, true],
  ];
  for (const [name, status, parcels, progress, needsYou] of table)
    test(`${name}: ${progress}${needsYou ? ', needs you' : ''}`, () => {
      const told = progressOf({ status, parcels });
      assert.deepEqual([told.progress, told.needsYou], [progress, needsYou]);
      assert.equal(told.parcels, parcels.length);
    });

  test('tells no estimate of what has arrived', () => {
    const estimate = day('5');
    const of = (status: OrderStatus, one: TrackingStatus) =>
      progressOf({ status, parcels: [parcel(one, { estimate })] }).estimate;
    assert.deepEqual(of('shipped', 'in_transit'), estimate);
    assert.equal(of('delivered', 'delivered'), undefined);
    assert.equal(of('delivered', 'in_transit'), undefined);
  });

  test('tells until when a parcel waits, and only while it does', () => {
    const pickup = { place: 'Kiosk', until: '7' };
    const until = (status: TrackingStatus) =>
      progressOf({ status: 'shipped', parcels: [parcel(status, { pickup })] }).until;
    assert.equal(until('ready_for_pickup'), '7');
    assert.equal(until('in_transit'), undefined);
    assert.equal(until('returned_to_sender'), undefined);
  });

  test('stays within its scale', () => {
    fc.assert(
      fc.property(anyOrderStatus, fc.array(anyParcel, { maxLength: 4 }), (status, parcels) => {
        const { progress } = progressOf({ status, parcels });
        assert.ok(progress >= 0 && progress <= 4);
      }),
    );
  });
});

describe('the parcel that speaks for an order', () => {
  test('is the most urgent exception, else the next to arrive, else the last that did', () => {
    const soon = parcel('in_transit', { estimate: day('2026-01-02') });
    const later = parcel('in_transit', { estimate: day('2026-01-05') });
    const early = parcel('delivered', { latest: event('2026-01-01', 'delivered') });
    const late = parcel('delivered', { latest: event('2026-01-03', 'delivered') });
    const missed = parcel('attempted_delivery');
    const slow = parcel('delayed');
    const dropped = parcel('cancelled');
    assert.equal(leadingParcel([later, soon, early]), soon);
    assert.equal(leadingParcel([parcel('in_transit'), later]), later);
    assert.equal(leadingParcel([early, late, dropped]), late);
    assert.equal(leadingParcel([soon, slow, missed, late]), missed);
    assert.equal(leadingParcel([]), undefined);
  });

  test('does not depend on the order of the others', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyParcel, { minLength: 1, maxLength: 4 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        ([straight, muddled]) => {
          const told = (parcels: ParcelCard[]) => {
            const { progress, needsYou, estimate } = progressOf({ status: 'shipped', parcels });
            return { progress, needsYou, estimate };
          };
          assert.deepEqual(told(muddled), told(straight));
        },
      ),
    );
  });
});

describe('what the shopper can do', () => {
  const url = 'https://carrier.example/1';
  const pickup = { place: 'Kiosk', until: '7' };
  const table: [TrackingStatus, object | undefined][] = [
    ['in_transit', undefined],
    ['delivered', undefined],
    ['attempted_delivery', { kind: 'choose_delivery', url, place: 'Kiosk', until: '7' }],
    ['ready_for_pickup', { kind: 'collect', url, place: 'Kiosk', until: '7' }],
    ['delayed', { kind: 'wait', url }],
    ['failure', { kind: 'contact_carrier', url }],
    ['returned_to_sender', { kind: 'contact_shop' }],
    ['expired', { kind: 'contact_shop' }],
  ];
  for (const [status, action] of table)
    test(`${status}: ${action ? JSON.stringify(action) : 'nothing'}`, () => {
      assert.deepEqual(nextAction({ status, url, pickup }), action);
    });

  test('there is something for each exception, and for nothing else', () => {
    for (const status of trackingStatuses)
      assert.equal(nextAction({ status }) !== undefined, isException(status), status);
  });
});

describe('an order’s status after news of its parcels', () => {
  const table: [OrderStatus, TrackingStatus[], OrderStatus][] = [
    ['placed', [], 'placed'],
    ['placed', ['label_printed'], 'placed'],
    ['processing', ['confirmed'], 'processing'],
    ['processing', ['carrier_picked_up'], 'shipped'],
    ['processing', ['label_printed', 'in_transit'], 'shipped'],
    ['shipped', ['delivered', 'in_transit'], 'shipped'],
    ['shipped', ['delivered', 'picked_up'], 'delivered'],
    ['shipped', ['delivered', 'cancelled'], 'delivered'],
    ['shipped', ['cancelled'], 'shipped'],
    ['shipped', ['label_printed'], 'shipped'],
    ['delivered', ['in_transit'], 'delivered'],
    ['cancelled', ['delivered'], 'cancelled'],
    ['processing', ['unknown'], 'processing'],
  ];
  for (const [before, parcels, after] of table)
    test(`${before} with ${parcels.join(' and ') || 'no parcel'} is ${after}`, () => {
      assert.equal(
        statusAfter(
          before,
          parcels.map((status) => ({ status })),
        ),
        after,
      );
    });

  test('never goes backwards', () => {
    const steps: OrderStatus[] = ['placed', 'processing', 'shipped', 'delivered'];
    fc.assert(
      fc.property(anyOrderStatus, fc.array(anyParcel, { maxLength: 4 }), (before, parcels) => {
        const after = statusAfter(before, parcels);
        if (before === 'cancelled') assert.equal(after, 'cancelled');
        else assert.ok(steps.indexOf(after) >= steps.indexOf(before), `${before} -> ${after}`);
      }),
    );
  });
});

describe('events that come together', () => {
  test('are each told once, newest first', () => {
    const merged = mergeEvents(
      [event('2', 'in_transit'), event('1', 'confirmed')],
      [event('3', 'delivered'), event('2', 'in_transit')],
    );
    assert.deepEqual(
      merged.map(({ at }) => at),
      ['3', '2', '1'],
    );
  });

  test('come out the same in whatever order and number they came', () => {
    const some = fc.array(anyEvent, { maxLength: 6 });
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const straight = mergeEvents(mergeEvents(a, b), c);
        assert.deepEqual(mergeEvents(c, mergeEvents(b, a)), straight);
        assert.deepEqual(mergeEvents(straight, straight), straight);
        assert.deepEqual(mergeEvents([], straight), straight);
      }),
    );
  });
});

describe('the status events tell', () => {
  const table: [string, TrackingEvent[], TrackingStatus][] = [
    ['none tell nothing', [], 'confirmed'],
    ['the newest tells', [event('2', 'in_transit'), event('1', 'delivered')], 'in_transit'],
    [
      'a final one is not undone in its own moment',
      [event('2', 'out_for_delivery'), event('2', 'delivered'), event('1', 'in_transit')],
      'delivered',
    ],
    [
      'one without a word of ours is passed over',
      [event('3', 'unknown', 'Signature taken'), event('2', 'delivered')],
      'delivered',
    ],
    ['only such tell nothing', [event('3', 'unknown')], 'confirmed'],
  ];
  for (const [name, events, status] of table)
    test(`${name}: ${status}`, () => {
      assert.equal(statusOfEvents(events, 'confirmed'), status);
    });

  test('final are just those after which nothing comes', () => {
    assert.deepEqual(trackingStatuses.filter(isFinal), ['picked_up', 'delivered', 'cancelled']);
  });
});
