import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TrackingStatus } from '../../../src/contract/shipments.ts';
import { trackedTo } from '../../../src/domain/returns/tracked.ts';

const told = (...statuses: TrackingStatus[]) =>
  trackedTo({
    facts: {},
    events: statuses.map((status, day) => ({
      ...{ status, text: status },
      at: `2026-01-0${day + 1}T10:00:00.000Z`,
    })),
  });

describe('What a carrier tells of the way back', () => {
  for (const [statuses, to] of [
    [['label_printed'], undefined],
    [['label_printed', 'carrier_picked_up'], 'in_transit'],
    [['in_transit', 'delivered'], 'received'],
    [['delivered', 'in_transit'], 'received'],
    [['in_transit', 'failure'], 'in_transit'],
    [['returned_to_sender'], undefined],
  ] as const)
    test(`${statuses.join(', ')}: ${to ?? 'nothing'}`, () => assert.equal(told(...statuses), to));

  test('counts as its carrier has put it right', () => {
    const event = { id: 'e1', text: '', at: '2026-01-01T10:00:00.000Z' };
    const right = { ...event, at: '2026-01-02T10:00:00.000Z', status: 'in_transit' as const };
    const events = [{ ...event, status: 'delivered' as const }, right];
    assert.equal(trackedTo({ facts: {}, events }), 'in_transit');
  });
});
