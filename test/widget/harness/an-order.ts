import type { Desk } from '../../../src/contract/desk.ts';
import type { Order, OrderSummary, OrderTracking } from '../../../src/contract/orders.ts';
import type { Quote } from '../../../src/contract/quotes.ts';
import type {
  CustomerSession,
  GuestSession,
  VisitorSession,
} from '../../../src/contract/session.ts';
import type { Shipment } from '../../../src/contract/shipments.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const HOUR = 3_600_000;

/** Days and hours from now, so that a test reads "tomorrow" and stays true. */
export const fromNow = (days: number, hours = 0): string =>
  new Date(Date.now() + (days * 24 + hours) * HOUR).toISOString();

export const aShop = (given: Partial<Desk> = {}): Desk => ({
  shop: 'alder',
  name: 'Alder',
  currency: 'EUR',
  timeZone: 'UTC',
  capabilities: {
    emailCode: {},
    guestTracking: { mode: 'number' },
    orders: { pageSize: 20 },
    uploads: {},
  },
  contact: { email: 'help@alder.example', phone: '+32 3 555 01 20' },
  links: { terms: 'https://alder.example/terms' },
  ...given,
});

export const aCustomer = (): CustomerSession => ({
  kind: 'customer',
  token: 'token-of-mara',
  expiresAt: fromNow(0, 1),
  verifiedAt: fromNow(0),
  customer: { id: 'mara', firstName: 'Mara', lastName: 'Kern', email: 'mara@kern.example' },
});

export const aGuest = (order: Order): GuestSession => ({
  kind: 'guest',
  session: 'a-guest',
  token: 'token-of-a-guest',
  expiresAt: fromNow(0, 1),
  order: { id: order.id, number: order.number },
});

export const aVisitor = (): VisitorSession => ({
  kind: 'visitor',
  session: 'nobody',
  token: 'a-token-of-nobody-known',
  expiresAt: fromNow(0, 1),
});

export const aQuote = (amount = 24900): Quote => ({
  id: `quote-of-${amount}`,
  expiresAt: fromNow(0, 1),
  sums: amount === 0 ? [] : [{ kind: 'item', line: 'coat', amount: eur(amount) }],
  total: eur(amount),
  moves:
    amount === 0
      ? []
      : [
          {
            ...{
              kind: 'card' as const,
              method: 'visa',
              label: 'Visa',
              lastFour: '4242',
              amount: eur(amount),
            },
            ...{ days: { from: 3, to: 5 }, state: 'moving' },
          },
        ],
});

const yes = { allowed: true, until: fromNow(0, 0.3) } as const;
const no = { allowed: false, reason: 'not_delivered', instead: 'wait' } as const;

/** Just placed: all of it may be changed, nothing may go back. */
export const fresh = (given: Partial<Order> = {}): Order => {
  const order = anOrder({ shipments: [], ...given });
  const line = { cancel: yes, edit: yes, return: no, exchange: no, returnable: 0, reasons: [] };
  return {
    ...order,
    progress: { status: 'placed', progress: 0.5, needsYou: false, parcels: 0 },
    actions: {
      ...{ cancel: yes, editItems: yes, editAddress: yes, editContact: yes, editPayment: yes },
      ...{ editShipping: { allowed: false, reason: 'not_offered' }, return: no, exchange: no },
      report: { allowed: true },
      reports: [],
      methods: ['drop_off', 'own'],
      lines: order.lines.map(({ id }) => ({ ...line, line: id, changes: ['variant', 'quantity'] })),
    },
    ...given,
  };
};

export const aParcel = (given: Partial<Shipment> = {}): Shipment => ({
  id: 'parcel-1',
  carrier: { code: 'postnl', name: 'PostNL' },
  number: '3SALD0041822',
  url: 'https://postnl.example/3SALD0041822',
  status: 'in_transit',
  events: [
    { at: fromNow(0, -1), status: 'in_transit', text: 'Left Rotterdam', place: 'Rotterdam' },
    { at: fromNow(-1), status: 'carrier_picked_up', text: 'Handed to PostNL' },
  ],
  lines: [{ line: 'coat', quantity: 1 }],
  ...given,
});

export const anOrder = (given: Partial<Order> = {}): Order => {
  const shipments = given.shipments ?? [aParcel()];
  const lead = shipments[0];
  return {
    id: 'order-4182',
    number: '4182',
    placedAt: fromNow(-3),
    total: eur(24900),
    itemCount: 1,
    pictures: [],
    title: 'Field coat',
    progress: {
      status: 'shipped',
      progress: 2.5,
      needsYou: false,
      parcels: shipments.length,
      ...(lead && { parcel: lead.status }),
      ...(lead?.estimate && { estimate: lead.estimate }),
      ...(lead?.events[0] && { latest: lead.events[0] }),
    },
    lines: [
      {
        id: 'coat',
        product: 'coat',
        variant: 'coat-m',
        name: 'Field coat',
        options: [{ name: 'Size', value: 'M' }],
        quantity: 1,
        unitPrice: eur(24900),
        total: eur(24900),
      },
    ],
    shipments,
    totals: {
      items: eur(24900),
      discounts: [],
      shipping: eur(0),
      tax: eur(4321),
      taxIncluded: true,
      total: eur(24900),
    },
    payments: [{ kind: 'card', label: 'Visa', lastFour: '4242', amount: eur(24900) }],
    address: { name: 'Mara Kern', lines: ['Kammenstraat 14'], postcode: '2000', city: 'Antwerp' },
    ...given,
  };
};

export const delivered = (number: string, days = -5): Order => {
  const latest = {
    at: fromNow(days),
    status: 'delivered',
    text: 'Left with your neighbour',
  } as const;
  return anOrder({
    id: `order-${number}`,
    number,
    shipments: [aParcel({ status: 'delivered', events: [latest] })],
    progress: {
      status: 'delivered',
      parcel: 'delivered',
      progress: 4,
      needsYou: false,
      parcels: 1,
      latest,
    },
  });
};

/** Nobody was home: the parcel waits at a depot. */
export const missed = (number = '4170'): Order => {
  const until = fromNow(5);
  const parcel = aParcel({
    status: 'attempted_delivery',
    events: [{ at: fromNow(-1), status: 'attempted_delivery', text: 'Delivery missed' }],
    action: {
      kind: 'choose_delivery',
      url: 'https://postnl.example/choose',
      place: 'the Antwerp depot',
      until,
    },
  });
  const order = anOrder({ id: `order-${number}`, number, shipments: [parcel] });
  return { ...order, progress: { ...order.progress, progress: 3, needsYou: true, until } };
};

export const summaryOf = (order: Order): OrderSummary => {
  const { id, number, placedAt, total, itemCount, pictures, title, progress } = order;
  return { id, number, placedAt, total, itemCount, pictures, title, progress };
};

export const trackingOf = ({ id, number, progress, shipments }: Order): OrderTracking => ({
  id,
  number,
  progress,
  parcels: shipments.map(({ lines: _, ...parcel }) => parcel),
});
