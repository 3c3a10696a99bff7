import { Policy } from '../../src/contract/policy.ts';
import type { MethodRecord, VariantRecord } from '../../src/domain/changes/changes.ts';
import type { LineRecord, OrderRecord, ShipmentRecord } from '../../src/domain/orders/orders.ts';
import { sumOf } from '../../src/domain/orders/orders.ts';
import type {
  Case,
  ReportFacts,
  ReturnedUnits,
  ReturnFacts,
} from '../../src/domain/policy/case.ts';

/** Parts of a policy; the rest is as generous as can be. */
export type PolicyWish = { [Part in keyof Policy]?: Partial<Policy[Part]> | Policy[Part] };

const reason = {
  outcomes: ['refund', 'store_credit', 'exchange'],
  returnShipping: 'shop',
} as const;

/** A policy that allows all there is, at once and for ever, but for what is wished. */
export function aPolicy(wish: PolicyWish = {}): Policy {
  const all = {
    cancel: { allowed: true, lines: true, until: 'processing', afterEdit: true },
    edit: {
      allowed: {
        items: true,
        quantity: true,
        add: true,
        address: true,
        contact: true,
        shipping: true,
        payment: true,
      },
      until: 'processing',
      once: false,
    },
    returns: {
      allowed: true,
      once: false,
      reasons: {
        too_small: reason,
        no_longer_needed: reason,
        damaged: { ...reason, outcomes: ['refund', 'replacement'] },
      },
      methods: ['drop_off', 'label', 'pick_up', 'own'],
      returnShippingFee: 0,
      refundShipping: 'never',
      refundTo: 'original',
      exchangeFor: 'variant',
      settleOn: 'received',
    },
    storeCredit: true,
  };
  const parts = Object.entries(wish).map(([part, wished]) => {
    const usual: unknown = Reflect.get(all, part);
    const isWhole = typeof usual !== 'object' || Array.isArray(wished);
    return [part, isWhole ? wished : { ...usual, ...(wished as object) }];
  });
  return Policy.parse({ ...all, ...Object.fromEntries(parts) });
}

export const aLine = (wanted: Partial<LineRecord> = {}): LineRecord => ({
  id: 'l1',
  product: 'boots',
  variant: 'boots-38',
  name: 'Winter boots',
  options: [{ name: 'Size', value: '38' }],
  quantity: 1,
  unitPrice: 10_000,
  ...wanted,
});

/** An order paid in full by one card; sums follow from what is wanted. */
export function aPaidOrder(wanted: Partial<OrderRecord> = {}): OrderRecord {
  const order: OrderRecord = {
    id: 'o1',
    number: '4051',
    customer: 'anna',
    email: 'anna@mail.example',
    placedAt: '2026-01-01T10:00:00.000Z',
    status: 'placed',
    currency: 'EUR',
    lines: [aLine()],
    discounts: [],
    shipping: 0,
    tax: 0,
    taxIncluded: true,
    total: 0,
    payments: [],
    shipments: [],
    ...wanted,
  };
  const total = sumOf(order);
  const { id: method, ...card } = visa;
  return { ...order, total, payments: wanted.payments ?? [{ ...card, method, amount: total }] };
}

export const aParcel = (wanted: Partial<ShipmentRecord> = {}): ShipmentRecord => ({
  id: 'p1',
  status: 'delivered',
  lines: [],
  events: [{ at: '2026-01-05T10:00:00.000Z', status: 'delivered', text: 'Delivered' }],
  ...wanted,
});

export const aCase = (
  order: Partial<OrderRecord> = {},
  { ...rest }: Partial<Omit<Case, 'order'>> = {},
): Case => ({
  order: aPaidOrder(order),
  products: new Map(),
  edits: 0,
  paymentEdits: 0,
  returns: [],
  reports: [],
  planned: [],
  charging: [],
  shippingMethods: [],
  ...rest,
});

/** An order that arrived on 5 January. */
export const aDelivered = (
  order: Partial<OrderRecord> = {},
  rest: Partial<Omit<Case, 'order'>> = {},
): Case => aCase({ status: 'delivered', shipments: [aParcel()], ...order }, rest);

/** A return of one line that still counts. */
export const aReturn = (
  units: Partial<ReturnedUnits> = {},
  state: ReturnFacts['state'] = 'requested',
): ReturnFacts => ({
  id: 'r1',
  state,
  lines: [
    { line: 'l1', quantity: 1, outcome: 'refund', discount: 0, tax: 0, shipping: 0, ...units },
  ],
});

/** A report of one line that was settled. */
export const aReport = (wanted: Partial<ReportFacts> = {}): ReportFacts => ({
  kind: 'damaged',
  resolution: 'refund',
  lines: [{ line: 'l1', quantity: 1, discount: 0, tax: 0, shipping: 0 }],
  ...wanted,
});

export const aVariant = (wanted: Partial<VariantRecord> = {}): VariantRecord => ({
  id: 'boots-38',
  product: 'boots',
  name: 'Winter boots',
  options: [{ name: 'Size', value: '38' }],
  price: 10_000,
  currency: 'EUR',
  available: true,
  ...wanted,
});

export const visa: MethodRecord = { id: 'visa', kind: 'card', label: 'Visa', lastFour: '4242' };
export const giftCard = (amount: number, currency = 'EUR'): MethodRecord => ({
  id: 'gift',
  kind: 'gift_card',
  label: 'Gift card',
  balance: { amount, currency },
});
export const paypal: MethodRecord = { id: 'paypal', kind: 'paypal', label: 'PayPal' };
