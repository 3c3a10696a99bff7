import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { localYear } from '../../../src/domain/local-year.ts';
import { orderStatus } from '../../../src/domain/orders/status.ts';
import type { OrderRecord } from '../../../src/domain/orders/orders.ts';
import type { TrackingStatus } from '../../../src/contract/shipments.ts';

type Parts = Parameters<typeof orderStatus>[0];

const line = (id: string, quantity: number): OrderRecord['lines'][number] => ({
  id,
  product: id,
  variant: id,
  name: id,
  options: [],
  quantity,
  unitPrice: 1,
});
const parcel = (status: TrackingStatus, lines: Record<string, number> = {}) => ({
  id: status,
  status,
  lines: Object.entries(lines).map(([id, quantity]) => ({ line: id, quantity })),
  events: [],
});
const lines = [line('a', 2), line('b', 1)];

describe('an order by its parcels', () => {
  const table: [string, Omit<Parts, 'lines'>, Parts['status']][] = [
    [
      'all in one',
      { status: 'shipped', shipments: [parcel('delivered', { a: 2, b: 1 })] },
      'delivered',
    ],
    [
      'all in two',
      {
        status: 'shipped',
        shipments: [parcel('delivered', { a: 2 }), parcel('picked_up', { b: 1 })],
      },
      'delivered',
    ],
    [
      'a line not sent yet',
      { status: 'shipped', shipments: [parcel('delivered', { a: 2 })] },
      'shipped',
    ],
    [
      'a piece not sent yet',
      { status: 'processing', shipments: [parcel('delivered', { a: 1, b: 1 })] },
      'shipped',
    ],
    [
      'a parcel that names no lines holds all',
      { status: 'shipped', shipments: [parcel('delivered')] },
      'delivered',
    ],
    [
      'what went in a cancelled parcel was not sent',
      {
        status: 'shipped',
        shipments: [parcel('delivered', { a: 2 }), parcel('cancelled', { b: 1 })],
      },
      'shipped',
    ],
    [
      'the shop says so',
      { status: 'delivered', shipments: [parcel('delivered', { a: 1 })] },
      'delivered',
    ],
  ];
  for (const [name, order, status] of table)
    test(`${name}: ${status}`, () => {
      assert.equal(orderStatus({ ...order, lines }), status);
    });
});

describe('the year of an instant', () => {
  const table: [string, string, number][] = [
    ['Europe/Amsterdam', '2025-12-31T22:59:59.999Z', 2025],
    ['Europe/Amsterdam', '2025-12-31T23:00:00.000Z', 2026],
    ['America/Los_Angeles', '2026-01-01T07:59:59.000Z', 2025],
    ['Pacific/Kiritimati', '2025-12-31T10:00:00.000Z', 2026],
    ['UTC', '1999-06-01T00:00:00.000Z', 1999],
  ];
  for (const [zone, instant, year] of table)
    test(`${instant} in ${zone} is ${year}`, () => {
      assert.equal(localYear(zone)(instant), year);
    });
});
