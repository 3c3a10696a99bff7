import type { Calendar } from './calendar.ts';
import type { OrderStory } from './story.ts';

/** Everyone else: far countries, other currencies, a very large order, a guest. */
export const otherOrders = (calendar: Calendar): OrderStory[] => [
  ...abroad(calendar),
  ...large(calendar),
  ...small(calendar),
];

const abroad = ({ day, minutesAgo }: Calendar): OrderStory[] => [
  {
    number: '4195',
    by: 'aiko',
    placed: minutesAgo(1),
    status: 'placed',
    currency: 'JPY',
    bought: [{ what: 'coat', size: 'S', price: 41800 }],
    shipping: 3200,
  },
  {
    number: '4142',
    by: 'aiko',
    placed: day(-31, '04:20'),
    status: 'delivered',
    currency: 'JPY',
    bought: [{ what: 'knit2', size: 'S', price: 16200 }],
    shipping: 3200,
    parcels: [
      {
        carrier: 'fedex',
        number: '986578788855',
        events: [[day(-24, '08:10'), 'delivered', 'Delivered', '渋谷区']],
      },
    ],
  },
  {
    number: '4173',
    by: 'layla',
    placed: day(-9, '18:02'),
    status: 'shipped',
    bought: [{ what: 'bag' }, { what: 'shirt', size: 'S' }],
    shipping: 1900,
    parcels: [
      {
        carrier: 'ups',
        number: '1Z999AA10123456784',
        pickup: { place: 'مكتبة الحمرا، شارع الحمرا ٩', until: day(6, '20:00') },
        events: [
          [minutesAgo(300), 'ready_for_pickup', 'Ready at the access point', 'بيروت'],
          [day(-3, '16:44'), 'in_transit', 'Cleared customs', 'بيروت'],
          [day(-7, '19:00'), 'carrier_picked_up', 'Handed to UPS', 'Utrecht'],
        ],
      },
    ],
  },
  {
    number: '4098',
    by: 'layla',
    placed: day(-40, '11:11'),
    status: 'delivered',
    bought: [{ what: 'beanie', quantity: 2 }],
    shipping: 1900,
    parcels: [
      {
        carrier: 'ups',
        number: '1Z999AA10123456792',
        events: [[day(-33, '12:35'), 'delivered', 'Received by the concierge', 'بيروت']],
      },
    ],
  },
];

const large = ({ day, minutesAgo }: Calendar): OrderStory[] => [
  {
    number: '4184',
    by: 'maximiliane',
    placed: day(-3, '23:58'),
    status: 'shipped',
    bought: [
      { what: 'coat', size: 'L' },
      { what: 'coat2', size: 'L' },
      { what: 'knit', size: 'L' },
      { what: 'knit2', size: 'L' },
      { what: 'knit3', size: 'L' },
      { what: 'shirt', size: 'L', quantity: 5 },
      { what: 'trousers', size: '42', quantity: 3 },
      { what: 'boot', size: '41' },
      { what: 'bag' },
      { what: 'oil', quantity: 12 },
      { what: 'coffee', quantity: 24 },
    ],
    discount: { label: 'Thank you for ten years, dear Maximiliane-Charlotte', amount: -15000 },
    parcels: [
      {
        carrier: 'ups',
        number: '1Z999AA10123456801',
        has: [0, 1, 2, 3, 4],
        estimate: { from: day(1, '09:00'), to: day(1, '13:00') },
        events: [
          [minutesAgo(150), 'in_transit', 'Left the hub', 'Passau'],
          [day(-1, '18:30'), 'carrier_picked_up', 'Handed to UPS', 'Utrecht'],
        ],
      },
      {
        carrier: 'ups',
        number: '1Z999AA10123456819',
        has: [5, 6, 7, 8],
        events: [[minutesAgo(75), 'carrier_picked_up', 'Handed to UPS', 'Utrecht']],
      },
      { has: [9, 10], status: 'unknown' },
    ],
  },
];

const small = ({ day, minutesAgo }: Calendar): OrderStory[] => [
  {
    number: '4192',
    by: 'zoe',
    placed: minutesAgo(85),
    status: 'placed',
    bought: [{ what: 'knit3', size: 'S' }],
  },
  {
    number: '4011',
    by: 'zoe',
    placed: day(-29, '17:17'),
    status: 'delivered',
    bought: [{ what: 'coffee' }, { what: 'honey' }],
    shipping: 890,
    parcels: [
      {
        carrier: 'dpd',
        number: '05222948140117',
        events: [[day(-25, '15:03'), 'delivered', 'In the porch', 'Killarney']],
      },
    ],
  },
  {
    number: '4186',
    by: { email: 'guest@example.com' },
    placed: day(-2, '10:08'),
    status: 'shipped',
    bought: [{ what: 'lemons', quantity: 2 }],
    shipping: 590,
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094041864',
        estimate: { from: day(1, '09:00'), to: day(1, '18:00') },
        events: [[minutesAgo(320), 'in_transit', 'On its way to the delivery base', 'Köln']],
      },
    ],
  },
];
