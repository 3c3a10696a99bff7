import type { Calendar } from './calendar.ts';
import type { OrderStory } from './story.ts';

/** Mara Kern, whom the documentation follows: two parcels under way, one missed, a few years of orders. */
export const maraOrders = ({ day, minutesAgo }: Calendar): OrderStory[] => [
  {
    number: '4196',
    by: 'mara',
    placed: minutesAgo(12),
    status: 'placed',
    bought: [{ what: 'coat', size: 'M' }, { what: 'knit', size: 'M' }, { what: 'beanie' }],
  },
  {
    number: '4190',
    by: 'mara',
    placed: minutesAgo(190),
    status: 'processing',
    bought: [{ what: 'beanie' }],
  },
  {
    number: '4182',
    by: 'mara',
    placed: day(-2, '21:40'),
    status: 'shipped',
    bought: [{ what: 'coat', size: 'M' }, { what: 'knit', size: 'M' }, { what: 'beanie' }],
    parcels: [
      {
        carrier: 'postnl',
        number: '3SALD0041822',
        has: [0, 2],
        estimate: { from: day(2, '14:00'), to: day(2, '18:00') },
        events: [
          [minutesAgo(64), 'in_transit', 'Left Rotterdam, next stop Antwerp depot', 'Rotterdam'],
          [minutesAgo(640), 'in_transit', 'Sorted', 'Rotterdam'],
          [day(-1, '17:30'), 'carrier_picked_up', 'Handed to PostNL', 'Utrecht'],
          [day(-1, '14:02'), 'label_printed', 'Packed', 'Utrecht'],
        ],
      },
      {
        carrier: 'postnl',
        number: '3SALD0041830',
        has: [1],
        estimate: { from: day(4, '09:00'), to: day(4, '18:00') },
        events: [[minutesAgo(200), 'label_printed', 'Packed', 'Utrecht']],
      },
    ],
  },
  {
    number: '4170',
    by: 'mara',
    placed: day(-6, '12:18'),
    status: 'shipped',
    bought: [{ what: 'boot', size: '39' }],
    parcels: [
      {
        carrier: 'postnl',
        number: '3SALD0041700',
        pickup: { place: 'PostNL depot, Noorderlaan 395, Antwerp', until: day(5, '18:00') },
        events: [
          [day(-1, '15:40'), 'attempted_delivery', 'No answer at the door', 'Antwerp'],
          [day(-1, '09:02'), 'out_for_delivery', 'Out for delivery', 'Antwerp'],
          [day(-1, '04:48'), 'in_transit', 'Arrived at depot', 'Antwerp'],
          [day(-2, '18:11'), 'carrier_picked_up', 'Handed to PostNL', 'Utrecht'],
        ],
      },
    ],
  },
  {
    number: '4051',
    by: 'mara',
    placed: day(-23, '20:05'),
    status: 'delivered',
    bought: [
      { what: 'shirt', size: 'M' },
      { what: 'trousers', size: '38' },
      { what: 'beanie', price: 2000 },
    ],
    discount: { label: 'WELCOME10', amount: -2280 },
    parcels: [
      {
        carrier: 'postnl',
        number: '3SALD0040517',
        events: [
          [day(-20, '11:20'), 'delivered', 'Left with your neighbour at no. 16', 'Antwerp'],
          [day(-20, '08:40'), 'out_for_delivery', 'Out for delivery', 'Antwerp'],
          [day(-21, '17:10'), 'carrier_picked_up', 'Handed to PostNL', 'Utrecht'],
        ],
      },
    ],
  },
  {
    number: '3987',
    by: 'mara',
    placed: day(-46, '09:31'),
    status: 'cancelled',
    bought: [{ what: 'trousers', size: '40' }],
  },
  {
    number: '3902',
    by: 'mara',
    placed: day(-78, '18:52'),
    status: 'delivered',
    bought: [
      { what: 'knit3', size: 'M' },
      { what: 'honey', quantity: 2 },
    ],
    parcels: [
      {
        carrier: 'postnl',
        number: '3SALD0039024',
        events: [[day(-75, '13:26'), 'delivered', 'Delivered at the door', 'Antwerp']],
      },
    ],
  },
  {
    number: '3310',
    by: 'mara',
    placed: day(-371, '10:12'),
    status: 'delivered',
    bought: [{ what: 'sneaker', size: '39' }],
    parcels: [
      {
        carrier: 'postnl',
        number: '3SALD0033107',
        events: [[day(-368, '12:00'), 'picked_up', 'Fetched at the parcel shop', 'Antwerp']],
      },
    ],
  },
];
