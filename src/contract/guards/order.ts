// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Money, Picture, OrderProgress, OrderSummary } from './orders.ts';
import { Parcel, Address, Sum, MoneyMove } from './parts.ts';

export const Line: Shape = {
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
export const Shipment: Shape = { ...Parcel, lines: [{ line: 'string', quantity: 'number' }] };
export const Totals: Shape = {
  items: Money,
  discounts: [{ label: 'string', amount: Money }],
  shipping: Money,
  tax: Money,
  taxIncluded: 'boolean',
  total: Money,
};
export const Payment: Shape = { kind: 'string', label: 'string', amount: Money };
export const Verdict: Shape = [{ allowed: '=true' }, { allowed: '=false', reason: 'string' }];
export const UnitsOfLine: Shape = { line: 'string', quantity: 'number' };
export const ReportOffer: Shape = { kind: 'string', lines: [UnitsOfLine], resolutions: ['string'] };
export const ShopWords: Shape = {};
export const FollowUp: Shape = {
  id: 'string',
  question: ShopWords,
  answers: [{ id: 'string', text: ShopWords }],
};
export const ReasonOffer: Shape = {
  reason: 'string',
  outcomes: ['string'],
  '?followUps': [FollowUp],
};
export const LineActions: Shape = {
  line: 'string',
  cancel: Verdict,
  edit: Verdict,
  changes: ['string'],
  return: Verdict,
  exchange: Verdict,
  returnable: 'number',
  reasons: [ReasonOffer],
};
export const OrderActions: Shape = {
  cancel: Verdict,
  '?cancelReasons': ['string'],
  editItems: Verdict,
  editAddress: Verdict,
  editContact: Verdict,
  editShipping: Verdict,
  '?shippingMethods': [{ id: 'string', label: 'string', price: Money }],
  editPayment: Verdict,
  return: Verdict,
  exchange: Verdict,
  report: Verdict,
  reports: [ReportOffer],
  '?bonus': Money,
  methods: ['string'],
  lines: [LineActions],
};
export const Receipt: Shape = {
  id: 'string',
  order: 'string',
  kind: 'string',
  at: 'string',
  by: 'string',
  state: 'string',
  sums: [Sum],
  total: Money,
  moves: [MoneyMove],
  '?reason': 'string',
  '?report': {
    kind: 'string',
    lines: [UnitsOfLine],
    '?resolution': 'string',
    '?photos': ['string'],
  },
};
export const Order: Shape = {
  ...OrderSummary,
  lines: [Line],
  shipments: [Shipment],
  totals: Totals,
  payments: [Payment],
  '?address': Address,
  '?contact': {},
  '?actions': OrderActions,
  '?returns': ['string'],
  '?receipts': [Receipt],
};
export const OrderTracking: Shape = {
  id: 'string',
  number: 'string',
  progress: OrderProgress,
  parcels: [Parcel],
};
