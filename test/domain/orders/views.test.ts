import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Order, OrderSummary, OrderTracking } from '../../../src/contract/orders.ts';
import type { OrderRecord, ShipmentRecord } from '../../../src/domain/orders/orders.ts';
import { cardOf } from '../../../src/domain/orders/orders.ts';
import { orderOf, summaryOf, trackingOf } from '../../../src/domain/orders/views.ts';

const aParcel = (wanted: Partial<ShipmentRecord> = {}): ShipmentRecord => ({
  id: 'parcel-1',
  number: '3SABCD1234567',
  status: 'in_transit',
  lines: [{ line: 'l1', quantity: 2 }],
  events: [
    { at: '2026-01-03T10:00:00.000Z', status: 'in_transit', text: 'Sorted', place: 'Nieuwegein' },
  ],
  ...wanted,
});

const aRecord = (wanted: Partial<OrderRecord> = {}): OrderRecord => ({
  id: 'order-1',
  number: '#1001',
  customer: 'anna',
  email: 'anna@mail.example',
  phone: '+31612345678',
  placedAt: '2026-01-01T09:00:00.000Z',
  status: 'shipped',
  currency: 'EUR',
  lines: [
    {
      id: 'l1',
      product: 'boots',
      variant: 'boots-42',
      name: 'Winter boots',
      options: [{ name: 'Size', value: '42' }],
      quantity: 2,
      unitPrice: 8900,
      picture: { url: 'https://alder.example/boots.jpg', alt: 'Boots' },
    },
    {
      id: 'l2',
      product: 'laces',
      variant: 'laces',
      name: 'Laces',
      options: [],
      quantity: 1,
      unitPrice: 500,
    },
  ],
  discounts: [{ label: 'Welcome', amount: -1000 }],
  shipping: 495,
  tax: 3000,
  taxIncluded: true,
  total: 17795,
  payments: [{ kind: 'card', label: 'Visa', lastFour: '4242', amount: 17795 }],
  address: {
    name: 'Anna Lindqvist',
    lines: ['Lijnbaan 12'],
    city: 'Rotterdam',
    postcode: '3012 EN',
    country: 'Nederland',
  },
  shipments: [aParcel()],
  ...wanted,
});

describe('an order in a list', () => {
  test('is told in one line', () => {
    const summary = OrderSummary.strict().parse(summaryOf(cardOf(aRecord())));
    assert.deepEqual(summary.total, { amount: 17795, currency: 'EUR' });
    assert.equal(summary.itemCount, 3);
    assert.equal(summary.title, 'Winter boots');
    assert.deepEqual(summary.pictures, [{ url: 'https://alder.example/boots.jpg', alt: 'Boots' }]);
    assert.equal(summary.progress.parcel, 'in_transit');
    assert.equal(summary.progress.latest?.text, 'Sorted');
  });
});

describe('an order for its owner', () => {
  test('has lines, sums, payments and address, all in its currency', () => {
    const order = Order.strict().parse(orderOf(aRecord()));
    assert.deepEqual(order.lines[0]?.total, { amount: 17800, currency: 'EUR' });
    assert.deepEqual(order.totals, {
      items: { amount: 18300, currency: 'EUR' },
      discounts: [{ label: 'Welcome', amount: { amount: -1000, currency: 'EUR' } }],
      shipping: { amount: 495, currency: 'EUR' },
      tax: { amount: 3000, currency: 'EUR' },
      taxIncluded: true,
      total: { amount: 17795, currency: 'EUR' },
    });
    assert.deepEqual(order.payments[0]?.amount, { amount: 17795, currency: 'EUR' });
    assert.equal(order.address?.name, 'Anna Lindqvist');
  });

  test('says where the shop writes and calls, and calls its customer alone', () => {
    const email = 'anna@mail.example';
    assert.deepEqual(orderOf(aRecord()).contact, { email, phone: '+31612345678' });
    assert.deepEqual(orderOf(aRecord(), false).contact, { email });
  });

  test('names the payment method, and never what the provider calls the payment', () => {
    const paid = { kind: 'card' as const, label: 'Visa', amount: 17795, method: 'card-1' };
    const { payments } = orderOf(aRecord({ payments: [{ ...paid, reference: 'pi_3MtwBw' }] }));
    assert.deepEqual(payments, [{ ...paid, amount: { amount: 17795, currency: 'EUR' } }]);
  });

  test('says who carries each parcel, where to follow it and what is in it', () => {
    const [parcel] = orderOf(aRecord()).shipments;
    assert.deepEqual(parcel?.carrier, { code: 'postnl', name: 'PostNL' });
    assert.equal(parcel?.url, 'https://jouw.postnl.nl/track-and-trace/3SABCD1234567');
    assert.deepEqual(parcel?.lines, [{ line: 'l1', quantity: 2 }]);
  });

  test('says what to do about an exception, on the carrier’s page', () => {
    const pickup = { place: 'Kiosk', until: '2026-01-09T16:00:00.000Z' };
    const order = orderOf(
      aRecord({ shipments: [aParcel({ status: 'ready_for_pickup', pickup })] }),
    );
    assert.deepEqual(order.shipments[0]?.action, {
      kind: 'collect',
      url: 'https://jouw.postnl.nl/track-and-trace/3SABCD1234567',
      place: 'Kiosk',
      until: '2026-01-09T16:00:00.000Z',
    });
    assert.ok(order.progress.needsYou);
  });

  test('keeps the carrier’s words as they are', () => {
    const text = 'Signed for by A. Lindqvist';
    const events = [{ at: '2026-01-03T10:00:00.000Z', status: 'delivered' as const, text }];
    const order = orderOf(aRecord({ shipments: [aParcel({ events })] }));
    assert.equal(order.shipments[0]?.events[0]?.text, text);
  });
});

describe('an order for a guest', () => {
  test('says where it is', () => {
    const tracking = OrderTracking.strict().parse(trackingOf(aRecord()));
    assert.equal(tracking.number, '#1001');
    assert.equal(tracking.parcels[0]?.status, 'in_transit');
    assert.equal(tracking.parcels[0]?.events[0]?.place, 'Nieuwegein');
    assert.equal(tracking.parcels[0]?.carrier?.code, 'postnl');
  });

  test('tells where a parcel waits', () => {
    const pickup = { place: 'Kiosk, Rotterdam' };
    const { parcels } = trackingOf(
      aRecord({ shipments: [aParcel({ status: 'ready_for_pickup', pickup })] }),
    );
    assert.equal(parcels[0]?.action?.place, 'Kiosk, Rotterdam');
  });

  test('tells a waiting place without the name and the street of the order', () => {
    const pickup = { place: 'Neighbour of Lindqvist, Lijnbaan 12, Rotterdam' };
    const { parcels } = trackingOf(
      aRecord({ shipments: [aParcel({ status: 'ready_for_pickup', pickup })] }),
    );
    assert.equal(parcels[0]?.action?.place, 'Rotterdam');
    const alone = { place: 'With A. Lindqvist', until: '2026-01-09T16:00:00.000Z' };
    const { action } = trackingOf(
      aRecord({ shipments: [aParcel({ status: 'ready_for_pickup', pickup: alone })] }),
    ).parcels[0]!;
    assert.deepEqual([action?.place, action?.until], [undefined, alone.until]);
  });

  const own = 'https://jouw.postnl.nl/track-and-trace/3SABCD1234567';
  for (const [what, url, told] of [
    ['keeps', 'https://track.example/3SABCD1234567?lang=nl', undefined],
    ['keeps', 'https://track.example/100%-sure', undefined],
    ['makes its own for', `${own}-NL-3012EN`, own],
    ['makes its own for', 'https://track.example/?to=3012+EN', own],
    ['makes its own for', 'https://track.example/?mail=anna%40mail.example', own],
    ['makes its own for', 'https://track.example/?town=Rotterdam', own],
  ] as const)
    test(`${what} the link ${url}`, () => {
      const { parcels } = trackingOf(aRecord({ shipments: [aParcel({ url })] }));
      assert.equal(parcels[0]?.url, told ?? url);
    });

  const table: [text: string, told: string][] = [
    ['Signed for by A. LINDQVIST', ''],
    ['Delivered to Anna Lindqvist', ''],
    ['Left at Lijnbaan 12, 3012 EN Rotterdam', ''],
    ['Next stop Rotterdam', ''],
    ['Mail sent to anna@mail.example', ''],
    ['Left Breda … on its way', 'Left Breda … on its way'],
    ['Sorted in Annapolis', 'Sorted in Annapolis'],
  ];
  for (const [text, told] of table)
    test(`hears “${told}” of “${text}”`, () => {
      const events = [{ at: '2026-01-03T10:00:00.000Z', status: 'delivered' as const, text }];
      const tracking = trackingOf(aRecord({ shipments: [aParcel({ events })] }));
      assert.equal(tracking.parcels[0]?.events[0]?.text, told);
      assert.equal(tracking.progress.latest?.text, told);
    });

  test('hears no place that is in the address', () => {
    const events = [
      {
        at: '2026-01-03T10:00:00.000Z',
        status: 'delivered' as const,
        text: 'In',
        place: 'Rotterdam',
      },
    ];
    const tracking = trackingOf(aRecord({ shipments: [aParcel({ events })] }));
    assert.deepEqual(tracking.parcels[0]?.events, [
      { at: '2026-01-03T10:00:00.000Z', status: 'delivered', text: 'In' },
    ]);
  });

  test('never hears name, address, contact, item or price, whatever they are', () => {
    const word = fc.stringMatching(/^[a-zà-ÿ(.*+?$^|[\]{}\\/-]{3,12}$/).map((text) => `§${text}`);
    const secrets = fc.record({ name: word, street: word, city: word, postcode: word, item: word });
    fc.assert(
      fc.property(secrets, ({ name, street, city, postcode, item }) => {
        const text = `For ${name}, ${street}, ${city} ${postcode}`;
        const record = aRecord({
          address: { name, lines: [street], city, postcode },
          email: `${name}@mail.example`,
          shipments: [
            aParcel({
              events: [{ at: '2026-01-03T10:00:00.000Z', status: 'in_transit', text, place: city }],
            }),
          ],
        });
        record.lines[0]!.name = item;
        const told = JSON.stringify(trackingOf(record));
        for (const secret of [name, street, city, postcode, item, '8900', '17795', 'anna', '316'])
          assert.ok(!told.includes(JSON.stringify(secret).slice(1, -1)), `${secret} in ${told}`);
      }),
    );
  });
});
