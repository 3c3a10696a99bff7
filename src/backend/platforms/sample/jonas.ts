import type { Calendar } from './calendar.ts';
import type { OrderStory } from './story.ts';

/** Jonas Brandt, to whom everything happens that can happen to a parcel. */
export const jonasOrders = (calendar: Calendar): OrderStory[] => [
  ...onItsWay(calendar),
  ...inTrouble(calendar),
  ...over(calendar),
];

const onItsWay = ({ day, minutesAgo }: Calendar): OrderStory[] => [
  {
    number: '4189',
    by: 'jonas',
    placed: day(-1, '22:14'),
    status: 'processing',
    bought: [{ what: 'shirt', size: 'L' }],
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094042557',
        estimate: { from: day(3, '09:00'), to: day(3, '18:00') },
        events: [[minutesAgo(35), 'label_purchased', 'Announced to DHL', 'Utrecht']],
      },
    ],
  },
  {
    number: '4187',
    by: 'jonas',
    placed: day(-1, '13:50'),
    status: 'processing',
    bought: [{ what: 'oil' }, { what: 'coffee', quantity: 3 }],
    parcels: [
      {
        carrier: 'dpd',
        number: '05222948123456',
        estimate: { from: day(3, '09:00'), to: day(3, '18:00') },
        events: [[minutesAgo(48), 'confirmed', 'Data received', 'Utrecht']],
      },
    ],
  },
  {
    number: '4179',
    by: 'jonas',
    placed: day(-3, '08:26'),
    status: 'shipped',
    bought: [{ what: 'bag' }],
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094041796',
        estimate: { from: minutesAgo(40), to: minutesAgo(-140) },
        events: [
          [minutesAgo(95), 'out_for_delivery', 'Loaded into the delivery vehicle', 'Berlin'],
          [day(-1, '21:05'), 'in_transit', 'Arrived at the delivery base', 'Berlin'],
          [day(-2, '18:20'), 'carrier_picked_up', 'Handed to DHL', 'Utrecht'],
        ],
      },
    ],
  },
];

const inTrouble = ({ day, minutesAgo }: Calendar): OrderStory[] => [
  {
    number: '4177',
    by: 'jonas',
    placed: day(-4, '16:30'),
    status: 'shipped',
    bought: [{ what: 'knit', size: 'L' }],
    parcels: [
      {
        carrier: 'dpd',
        number: '05222948141771',
        estimate: { from: day(1, '09:00'), to: day(1, '18:00') },
        events: [
          [
            minutesAgo(130),
            'attempted_delivery',
            'Recipient not at home, next try tomorrow',
            'Berlin',
          ],
          [minutesAgo(420), 'out_for_delivery', 'Out for delivery', 'Berlin'],
        ],
      },
    ],
  },
  {
    number: '4175',
    by: 'jonas',
    placed: day(-5, '19:44'),
    status: 'shipped',
    bought: [{ what: 'coat2', size: 'L' }],
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094041758',
        estimate: { from: day(3, '09:00'), to: day(3, '18:00') },
        events: [
          [minutesAgo(260), 'delayed', 'Held up by snow, one day later', 'Hannover'],
          [day(-2, '23:15'), 'in_transit', 'Sorted', 'Hannover'],
        ],
      },
    ],
  },
  {
    number: '4168',
    by: 'jonas',
    placed: day(-8, '07:58'),
    status: 'shipped',
    bought: [{ what: 'shirt', size: 'M' }, { what: 'beanie' }],
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094041680',
        events: [
          [day(-1, '10:40'), 'failure', 'Address not found', 'Berlin'],
          [day(-1, '08:12'), 'out_for_delivery', 'Out for delivery', 'Berlin'],
        ],
      },
    ],
  },
  {
    number: '4164',
    by: 'jonas',
    placed: day(-12, '11:03'),
    status: 'shipped',
    bought: [{ what: 'honey', quantity: 2 }],
    shipping: 590,
    parcels: [{ carrier: 'dpd', number: '05222948141640', status: 'unknown' }],
  },
  {
    number: '4155',
    by: 'jonas',
    placed: day(-16, '15:37'),
    status: 'shipped',
    bought: [{ what: 'sneaker', size: '43' }],
    parcels: [
      {
        carrier: 'dpd',
        number: '05222948141558',
        events: [
          [
            day(-2, '12:30'),
            'returned_to_sender',
            'Not fetched in time, on its way back',
            'Berlin',
          ],
          [day(-10, '14:06'), 'ready_for_pickup', 'Waits at the parcel shop', 'Berlin'],
        ],
      },
    ],
  },
  {
    number: '4149',
    by: 'jonas',
    placed: day(-62, '09:20'),
    status: 'shipped',
    bought: [{ what: 'trousers', size: '42' }],
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094041499',
        events: [
          [day(-30, '03:00'), 'expired', 'No news for thirty days'],
          [day(-60, '17:42'), 'in_transit', 'Handed to the next carrier', 'Bremen'],
        ],
      },
    ],
  },
];

const over = ({ day }: Calendar): OrderStory[] => [
  {
    number: '4161',
    by: 'jonas',
    placed: day(-13, '12:12'),
    status: 'cancelled',
    bought: [{ what: 'lemons' }],
    shipping: 590,
    parcels: [
      {
        carrier: 'dpd',
        number: '05222948141619',
        events: [[day(-12, '09:09'), 'cancelled', 'Taken back before it left', 'Utrecht']],
      },
    ],
  },
  {
    number: '4120',
    by: 'jonas',
    placed: day(-19, '14:41'),
    status: 'delivered',
    bought: [{ what: 'boot', size: '44' }],
    parcels: [
      {
        carrier: 'dhl-de',
        number: '00340434161094041208',
        events: [
          [day(-15, '17:55'), 'picked_up', 'Fetched at Packstation 117', 'Berlin'],
          [day(-16, '10:15'), 'ready_for_pickup', 'In Packstation 117', 'Berlin'],
        ],
      },
    ],
  },
];
