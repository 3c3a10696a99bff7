import fc from 'fast-check';
import { aCustomer, anEvent, anOrder, aProduct, aShipment } from '../../builders/rows.ts';
import {
  aFulfillment,
  aShopifyCustomer,
  aShopifyLine,
  aShopifyOrder,
  aShopifyProduct,
} from '../../builders/shopify.ts';

/** What a sender tells once. */
export interface Delivery {
  area: 'orders' | 'products' | 'customers' | 'tracking';
  body: object;
  topic?: string;
  /** When Shopify noticed; seconds alone would leave ties. */
  triggeredAt?: string;
}

// few moments, so that tellings of one moment happen
const minute = fc.integer({ min: 1, max: 6 });
const at = (when: number) => `2026-11-23T08:0${when}:00.000Z`;
const carriers = fc.constantFrom('in_transit', 'out_for_delivery', 'delivered', 'delayed');
const gone = (type: 'product' | 'customer', id: string, when: number): Delivery => ({
  area: `${type}s`,
  body: { type, id, deleted: true, updatedAt: at(when) },
});

const customer = fc
  .tuple(fc.constantFrom('c-1', 'c-2'), minute, fc.integer({ min: 0, max: 3 }))
  .map(([id, when, what]): Delivery => {
    if (what === 0) return gone('customer', id, when);
    const row = aCustomer({ id, email: `${id}@mail.example`, firstName: `Name ${what}` });
    return { area: 'customers', body: { ...row, updatedAt: at(when) } };
  });

/** A variant may stand with one product at one time and with another at another. */
const productWith = (id: string, when: number, price: number, variants: readonly string[]) => ({
  ...aProduct({
    id,
    variants: variants.map((each) => ({
      ...{ id: each, price, currency: 'EUR', available: true },
    })),
  }),
  updatedAt: at(when),
});
const product = fc
  .record({
    id: fc.constantFrom('p-1', 'p-2', 'p-3'),
    when: minute,
    what: fc.integer({ min: 0, max: 3 }),
    variants: fc.shuffledSubarray(['v-1', 'v-2', 'v-3'], { minLength: 1 }),
  })
  .map(({ id, when, what, variants }): Delivery => {
    if (what === 0) return gone('product', id, when);
    return { area: 'products', body: productWith(id, when, what * 100, variants) };
  });

const parcel = (order: string, one: number) =>
  aShipment({ id: `p-${one}`, number: `N${order}${one}`.toUpperCase() });

const order = fc
  .record({
    id: fc.constantFrom('o1', 'o2'),
    when: minute,
    customer: fc.constantFrom('c-1', 'c-2', undefined),
    status: fc.constantFrom('placed', 'processing', 'shipped', 'cancelled'),
    parcels: fc.uniqueArray(fc.integer({ min: 1, max: 2 }), { maxLength: 2 }),
  })
  .map(({ id, when, customer: whose, status, parcels }): Delivery => ({
    area: 'orders',
    body: {
      ...anOrder({ id, number: id, status, shipments: parcels.map((one) => parcel(id, one)) }),
      ...(whose && { customer: whose }),
      updatedAt: at(when),
    },
  }));

const tracking = fc
  .record({ order: fc.constantFrom('o1', 'o2', '4401'), one: fc.integer({ min: 1, max: 2 }) })
  .chain(({ order: id, one }) =>
    fc.tuple(minute, carriers, fc.boolean()).map(([when, status, isNamed]): Delivery => ({
      area: 'tracking',
      body: {
        number: `N${id}${one}`,
        ...(isNamed && id !== '4401' && { order: id }),
        estimate: { from: at(when), to: at(when + 1) },
        events: [anEvent({ at: at(when), status, text: `It is ${status}` })],
      },
    })),
  );

const fulfillment = (when: number, shipment_status: string, numbers: number) =>
  aFulfillment({
    updated_at: at(when),
    shipment_status,
    tracking_numbers: Array.from({ length: numbers }, (_, one) => `N4401${one + 1}`),
  });
const sending = fc
  .tuple(minute, carriers, fc.integer({ min: 0, max: 2 }))
  .map(([when, status, numbers]) => fulfillment(when, status, numbers));

const refundsOf = (what: number) =>
  [
    { line_item_id: 13_201, quantity: 1 },
    { line_item_id: 13_202, quantity: what },
  ]
    .filter((_, at) => what > at && what < 3)
    .map((units) => ({ refund_line_items: [units] }));

const triggered = (when: number, milliseconds: number) =>
  `2026-11-23T08:0${when}:00.${String(milliseconds).padStart(3, '0')}Z`;

const shopify = fc
  .record({ when: minute, ms: fc.integer({ min: 1, max: 999 }), sent: sending, what: fc.nat(6) })
  .chain(({ when, ms, sent, what }) =>
    fc
      .constantFrom<[Delivery['area'], string, object][]>(
        [
          'orders',
          'orders/updated',
          aShopifyOrder({
            updated_at: at(when),
            email: `mara+${what}@kern.example`,
            cancelled_at: what === 0 ? at(when) : null,
            line_items: [aShopifyLine(), aShopifyLine({ id: 13_202, quantity: 2 })],
            // of the parcel's own line, or of another, or of all
            refunds: refundsOf(what),
            fulfillments: what > 3 ? [sent] : [],
          }),
        ],
        ['orders', 'fulfillments/update', sent],
        [
          'products',
          'products/update',
          aShopifyProduct({ updated_at: at(when), title: `T${what}` }),
        ],
        ['products', 'products/delete', { id: 7_001 }],
        [
          'customers',
          'customers/update',
          aShopifyCustomer({ updated_at: at(when), first_name: `F${what}` }),
        ],
        ['customers', 'customers/delete', { id: 9_001 }],
      )
      .map(([area, topic, body]): Delivery => ({
        area,
        topic,
        body,
        triggeredAt: triggered(when, ms),
      })),
  );

/** An order goes with its customer and is told again afterwards; its parcel was told between. */
export const toldAgain: readonly Delivery[] = [
  ...[1, 6].map((when): Delivery => ({
    ...{ area: 'orders', topic: 'orders/updated', triggeredAt: triggered(when, 1) },
    body: aShopifyOrder({ updated_at: at(when), fulfillments: [] }),
  })),
  {
    ...{ area: 'orders', topic: 'fulfillments/update', triggeredAt: triggered(2, 1) },
    body: fulfillment(2, 'delivered', 1),
  },
  {
    ...{ area: 'customers', topic: 'customers/delete', triggeredAt: triggered(3, 1) },
    body: { id: 9_001 },
  },
];

/** What a parcel holds is refunded, and its carrier tells of it before and after. */
export const refunded: readonly Delivery[] = [
  ...[1, 3, 5].map((when): Delivery => ({
    ...{ area: 'orders', topic: 'orders/updated', triggeredAt: triggered(when, 1) },
    body: aShopifyOrder({
      ...{ updated_at: at(when), line_items: [aShopifyLine(), aShopifyLine({ id: 13_202 })] },
      fulfillments: [fulfillment(1, 'in_transit', 1)],
      refunds: when === 3 ? refundsOf(1) : [],
    }),
  })),
  ...[2, 4].map((when): Delivery => ({
    area: 'tracking',
    body: {
      number: 'N44011',
      events: [anEvent({ at: at(when), status: 'in_transit', text: `At ${when}` })],
    },
  })),
];

const moves = (last: Delivery): readonly Delivery[] => [
  { area: 'products', body: productWith('p-1', 1, 100, ['v-1', 'v-2']) },
  { area: 'products', body: productWith('p-2', 2, 100, ['v-2']) },
  last,
];
/** A variant moves to another product, and then the first is told without it, or gone. */
export const moved = moves({ area: 'products', body: productWith('p-1', 3, 100, ['v-1']) });
export const movedAndGone = moves(gone('product', 'p-1', 3));
/** It moves, and then nobody has it. */
export const movedAndDropped = moves({
  area: 'products',
  body: productWith('p-2', 3, 100, ['v-3']),
});

/** Deliveries as they happened. */
export const history = fc.array(
  fc.oneof(
    { arbitrary: order, weight: 3 },
    { arbitrary: shopify, weight: 4 },
    { arbitrary: tracking, weight: 3 },
    { arbitrary: customer, weight: 2 },
    { arbitrary: product, weight: 3 },
  ),
  { minLength: 2, maxLength: 14 },
);
