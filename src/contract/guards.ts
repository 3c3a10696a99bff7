// Made by scripts/guards.mjs from the schemas beside it. Do not edit: npm run guards

/**
 * What a value must have. A word is its kind, after "=" its exact text; one shape in brackets is an
 * array of it, several are a choice; a field with "?" before its name may be missing.
 */
export type Shape = string | readonly Shape[] | { readonly [field: string]: Shape };

const Capabilities: Shape = {
  '?emailCode': {},
  '?guestTracking': { mode: 'string' },
  '?orders': { pageSize: 'number' },
  '?live': {},
};
const Hours: Shape = { days: ['number'], opens: 'string', closes: 'string' };
const Contact: Shape = { '?hours': [Hours] };
export const Desk: Shape = {
  shop: 'string',
  name: 'string',
  currency: 'string',
  timeZone: 'string',
  '?brand': {},
  capabilities: Capabilities,
  contact: Contact,
  links: {},
};
const AnonymousSession: Shape = { kind: '=anonymous' };
const GuestSession: Shape = {
  kind: '=guest',
  token: 'string',
  expiresAt: 'string',
  order: { id: 'string', number: 'string' },
};
const Customer: Shape = { id: 'string', firstName: 'string', lastName: 'string' };
export const CustomerSession: Shape = {
  kind: '=customer',
  token: 'string',
  expiresAt: 'string',
  customer: Customer,
  verifiedAt: 'string',
};
export const Session: Shape = [AnonymousSession, GuestSession, CustomerSession];
export const Challenge: Shape = {
  id: 'string',
  channel: 'string',
  to: 'string',
  expiresAt: 'string',
  resendAt: 'string',
  codeLength: 'number',
};
const Money: Shape = { amount: 'number', currency: 'string' };
const Picture: Shape = { url: 'string', alt: 'string' };
const OrderStatus: Shape = 'string';
const TrackingStatus: Shape = 'string';
const Estimate: Shape = { from: 'string', to: 'string' };
const TrackingEvent: Shape = { at: 'string', status: TrackingStatus, text: 'string' };
const OrderProgress: Shape = {
  status: OrderStatus,
  '?parcel': TrackingStatus,
  progress: 'number',
  '?estimate': Estimate,
  '?latest': TrackingEvent,
  needsYou: 'boolean',
  parcels: 'number',
};
const OrderSummary: Shape = {
  id: 'string',
  number: 'string',
  placedAt: 'string',
  total: Money,
  itemCount: 'number',
  pictures: [Picture],
  title: 'string',
  progress: OrderProgress,
};
export const OrderPage: Shape = { items: [OrderSummary], '?years': ['number'] };
const Line: Shape = {
  id: 'string',
  product: 'string',
  variant: 'string',
  name: 'string',
  options: [{ name: 'string', value: 'string' }],
  quantity: 'number',
  unitPrice: Money,
  total: Money,
  '?picture': Picture,
};
const Carrier: Shape = { code: 'string', name: 'string' };
const NextAction: Shape = { kind: 'string' };
const Shipment: Shape = {
  id: 'string',
  '?carrier': Carrier,
  status: TrackingStatus,
  '?estimate': Estimate,
  events: [TrackingEvent],
  '?action': NextAction,
  lines: [{ line: 'string', quantity: 'number' }],
};
const Totals: Shape = {
  items: Money,
  discounts: [{ label: 'string', amount: Money }],
  shipping: Money,
  tax: Money,
  taxIncluded: 'boolean',
  total: Money,
};
const Payment: Shape = { kind: 'string', label: 'string', amount: Money };
const Address: Shape = { lines: ['string'] };
export const Order: Shape = {
  id: 'string',
  number: 'string',
  placedAt: 'string',
  total: Money,
  itemCount: 'number',
  pictures: [Picture],
  title: 'string',
  progress: OrderProgress,
  lines: [Line],
  shipments: [Shipment],
  totals: Totals,
  payments: [Payment],
  '?address': Address,
};
const Parcel: Shape = {
  id: 'string',
  '?carrier': Carrier,
  status: TrackingStatus,
  '?estimate': Estimate,
  events: [TrackingEvent],
  '?action': NextAction,
};
export const OrderTracking: Shape = {
  id: 'string',
  number: 'string',
  progress: OrderProgress,
  parcels: [Parcel],
};
