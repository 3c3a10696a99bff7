// Made by scripts/guards.mjs from the schemas. Do not edit: npm run guards
import type { Shape } from './shape.ts';
import { Money, OrderSummary } from './orders.ts';
import { Line, Shipment, Totals, Payment, OrderActions, UnitsOfLine } from './order.ts';
import { Address, Sum, MoneyMove } from './parts.ts';
import { Shopper } from './inbox.ts';
import { PaymentMethod } from './customer.ts';
import { Hold } from './changes.ts';

export const Beyond: Shape = { limit: 'string' };
export const StaffVerdict: Shape = [
  { allowed: '=true', beyond: [Beyond] },
  { allowed: '=false', reason: 'string' },
];
export const DoneByStaff: Shape = {
  reason: 'string',
  words: 'string',
  name: 'string',
  beyond: [Beyond],
};
export const StaffReceipt: Shape = {
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
  '?staff': DoneByStaff,
};
export const StaffOrder: Shape = {
  order: {
    ...OrderSummary,
    lines: [Line],
    shipments: [Shipment],
    totals: Totals,
    payments: [Payment],
    '?address': Address,
    '?contact': {},
    '?actions': OrderActions,
    '?returns': ['string'],
  },
  with: Shopper,
  may: {
    cancel: StaffVerdict,
    editItems: StaffVerdict,
    editAddress: StaffVerdict,
    editContact: StaffVerdict,
    editShipping: StaffVerdict,
    editPayment: StaffVerdict,
    return: StaffVerdict,
    exchange: StaffVerdict,
  },
  methods: [PaymentMethod],
  waives: 'boolean',
  receipts: [StaffReceipt],
};
export const StaffQuote: Shape = {
  id: 'string',
  expiresAt: 'string',
  sums: [Sum],
  total: Money,
  moves: [MoneyMove],
  '?hold': Hold,
  beyond: [Beyond],
};
