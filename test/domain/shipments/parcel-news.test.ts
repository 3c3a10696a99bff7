import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  joinNews,
  newsOf,
  stateOf,
  type ParcelNews,
  type ParcelReport,
  type ToldEvent,
} from '../../../src/domain/shipments/parcel-news.ts';

const event = (at: string, more: Partial<ToldEvent> = {}): ToldEvent => ({
  at,
  status: 'in_transit',
  text: 'seen',
  ...more,
});
const nothing: ParcelNews = { facts: {}, events: [] };
const after = (...reports: ParcelReport[]) =>
  stateOf(reports.map(newsOf).reduce(joinNews, nothing), 'confirmed');

const anyReport: fc.Arbitrary<ParcelReport> = fc.record(
  {
    events: fc.array(
      fc.record(
        {
          at: fc.constantFrom('1', '2', '3'),
          status: fc.constantFrom('in_transit', 'delivered', 'unknown', 'failure'),
          text: fc.constantFrom('a', 'b'),
          place: fc.constantFrom('Delft', 'Utrecht'),
          id: fc.constantFrom('1', '2'),
        },
        { requiredKeys: ['at', 'status', 'text'], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    carrier: fc.constantFrom('ups', 'dhl', null),
    estimate: fc.constantFrom({ from: '1', to: '2' }, { to: '2', from: '1' }, null),
    pickup: fc.constantFrom({ place: 'Kiosk' }, { place: 'Locker', until: '3' }, null),
  },
  { requiredKeys: ['events'], noNullPrototype: true },
);

describe('news of a parcel', () => {
  test('no news leave what the shop said', () => {
    assert.deepEqual(after(), { status: 'confirmed', events: [] });
  });

  test('of each fact the word with the newest event counts', () => {
    const state = after(
      { events: [event('2')], carrier: 'ups', pickup: { place: 'Kiosk' } },
      { events: [event('1')], carrier: 'dhl', estimate: { from: '5', to: '6' } },
      { events: [event('3')], pickup: null },
    );
    assert.equal(state.carrier, 'ups');
    assert.deepEqual(state.estimate, { from: '5', to: '6' });
    assert.equal(state.pickup, undefined);
  });

  test('a word without events is the oldest', () => {
    const state = after({ events: [event('1')], carrier: 'ups' }, { events: [], carrier: 'dhl' });
    assert.equal(state.carrier, 'ups');
  });

  test('an event told anew under its id is corrected, not doubled', () => {
    const state = after(
      { events: [event('1', { id: 'a', text: 'Delivered to 12' })] },
      { events: [event('2', { id: 'a', text: 'Delivered to 21' })] },
    );
    assert.deepEqual(state.events, [{ at: '2', status: 'in_transit', text: 'Delivered to 21' }]);
  });

  test('of very many events the newest are shown', () => {
    const events = Array.from({ length: 300 }, (_, nth) => event(String(1000 + nth)));
    const state = after({ events });
    assert.equal(state.events.length, 200);
    assert.equal(state.events[0]?.at, '1299');
  });

  test('end in the same whatever their order and however often they came', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyReport, { maxLength: 4 })
          .chain((reports) =>
            fc.tuple(
              fc.constant(reports),
              fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }),
            ),
          ),
        ([straight, muddled]) => {
          assert.deepEqual(after(...muddled), after(...straight));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
