import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { webhookEventSchema, webhookEventTypes } from '../../../src/contract/webhook-events.ts';
import type { OrderRecord } from '../../../src/domain/orders/orders.ts';
import { customerNews, isWanted, orderNews } from '../../../src/domain/news/webhook-events.ts';

const anOrder = (wanted: Partial<OrderRecord> = {}): OrderRecord => ({
  ...{ id: 'o-1', number: '4182', customer: 'mara', email: 'mara@kern.example' },
  ...{ placedAt: '2026-11-23T09:00:00.000Z', status: 'shipped', currency: 'EUR', total: 8900 },
  ...{ discounts: [], shipping: 0, tax: 0, taxIncluded: true, payments: [] },
  lines: [
    {
      ...{ id: '1', product: 'boots', variant: 'boots-42', name: 'Boots', options: [] },
      ...{ quantity: 1, unitPrice: 8900 },
    },
  ],
  shipments: [
    {
      ...{ id: 'p-1', number: '3SMARA1', carrier: 'postnl', status: 'in_transit' },
      ...{ lines: [], events: [] },
    },
  ],
  ...wanted,
});
const before = anOrder();
const parcel = before.shipments[0]!;
const typesOf = (after: OrderRecord) => orderNews(before, after).map(({ type }) => type);

describe('news of an order', () => {
  for (const [what, after, types] of [
    ['nothing', anOrder(), []],
    ['another status', anOrder({ status: 'delivered' }), ['order.status_changed']],
    [
      'an event of a parcel',
      anOrder({
        shipments: [
          {
            ...parcel,
            events: [{ at: '2026-11-23T10:00:00.000Z', status: 'in_transit', text: 'On' }],
          },
        ],
      }),
      ['order.parcel_updated'],
    ],
    [
      'a parcel that arrives, and its order with it',
      anOrder({ status: 'delivered', shipments: [{ ...parcel, status: 'delivered' }] }),
      ['order.parcel_updated', 'order.status_changed'],
    ],
    ['a line', anOrder({ lines: [], total: 0 }), ['order.updated']],
    ['whose it is', anOrder({ customer: 'anna' }), ['order.updated']],
  ] as [string, OrderRecord, string[]][])
    test(`${what}: ${types.join(', ') || 'none'}`, () => assert.deepEqual(typesOf(after), types));

  test('a new order is created, and nothing else', () => {
    assert.deepEqual(
      orderNews(undefined, before).map(({ type }) => type),
      ['order.created'],
    );
  });

  test('carries what the contract says, and neither contact nor address', () => {
    const after = anOrder({
      status: 'delivered',
      address: { lines: ['Kammenstraat 14'], city: 'Antwerp' },
    });
    for (const news of orderNews(before, after)) {
      const event = { id: 'e', at: before.placedAt, shop: 'alder', ...news };
      assert.deepEqual(webhookEventSchema(news.type).strict().parse(event), event);
      assert.doesNotMatch(JSON.stringify(event), /kern|Kammenstraat|Boots/);
    }
    assert.deepEqual(orderNews(before, after).at(-1)?.data, {
      previousStatus: 'shipped',
      order: {
        ...{ id: 'o-1', number: '4182', status: 'delivered', placedAt: before.placedAt },
        ...{ total: { amount: 8900, currency: 'EUR' }, customer: 'mara' },
        parcels: [{ id: 'p-1', carrier: 'postnl', number: '3SMARA1', status: 'in_transit' }],
      },
    });
  });
});

describe('news of a customer', () => {
  const mara = { id: 'mara', firstName: 'Mara', lastName: 'Kern', email: 'mara@kern.example' };
  test('first known, then changed, then as before', () => {
    const moved = { ...mara, email: 'mara@new.example' };
    assert.deepEqual(customerNews(undefined, mara), [
      { type: 'customer.created', data: { customer: mara } },
    ]);
    assert.deepEqual(customerNews(mara, moved), [
      { type: 'customer.updated', data: { customer: moved } },
    ]);
    assert.deepEqual(customerNews(moved, { ...moved }), []);
  });
});

test('an endpoint asks for events by name, by kind, or for all', () => {
  const wanted = (...patterns: string[]) =>
    webhookEventTypes.filter((it) => isWanted(patterns, it));
  assert.deepEqual(wanted('*'), webhookEventTypes);
  assert.deepEqual(wanted('customer.*'), ['customer.created', 'customer.updated']);
  assert.deepEqual(wanted('order.updated', 'customer.created'), [
    'order.updated',
    'customer.created',
  ]);
  assert.deepEqual(wanted('order'), []);
});
