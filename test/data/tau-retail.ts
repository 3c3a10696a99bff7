import { z } from 'zod';
import type { CustomerRow, OrderRow, ProductRow, ShipmentRow } from '../../src/contract/import.ts';
import { dice } from './dice.ts';
import { journeyOf } from './journey.ts';
import type { ConversionOptions, Rows } from './rows.ts';
import { readJson } from './source.ts';

/** The shape of the source: three objects keyed by id. */
const Options = z.record(z.string(), z.string());
const SourceAddress = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string(),
});
const Method = z.object({
  source: z.enum(['credit_card', 'gift_card', 'paypal']),
  brand: z.string().optional(),
  last_four: z.string().optional(),
  balance: z.number().optional(),
});
export const TauRetail = z.object({
  users: z.record(
    z.string(),
    z.object({
      name: z.object({ first_name: z.string(), last_name: z.string() }),
      address: SourceAddress,
      email: z.string(),
      payment_methods: z.record(z.string(), Method),
      orders: z.array(z.string()),
    }),
  ),
  products: z.record(
    z.string(),
    z.object({
      name: z.string(),
      variants: z.record(
        z.string(),
        z.object({ options: Options, available: z.boolean(), price: z.number() }),
      ),
    }),
  ),
  orders: z.record(
    z.string(),
    z.object({
      user_id: z.string(),
      address: SourceAddress,
      items: z.array(
        z.object({
          name: z.string(),
          product_id: z.string(),
          item_id: z.string(),
          price: z.number(),
          options: Options,
        }),
      ),
      fulfillments: z.array(
        z.object({ tracking_id: z.array(z.string()), item_ids: z.array(z.string()) }),
      ),
      status: z.enum(['pending', 'processed', 'delivered', 'cancelled']),
      payment_history: z.array(
        z.object({
          transaction_type: z.enum(['payment', 'refund']),
          amount: z.number(),
          payment_method_id: z.string(),
        }),
      ),
    }),
  ),
});
export type TauRetail = z.infer<typeof TauRetail>;
type SourceOrder = TauRetail['orders'][string];
type User = TauRetail['users'][string];

/** One to one, so that it can be read back. */
export const statuses = {
  pending: 'placed',
  processed: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
} as const satisfies Record<SourceOrder['status'], OrderRow['status']>;

export const tauTimeZone = 'America/New_York';

export const readTauRetail = (folder: string): TauRetail =>
  TauRetail.parse({
    users: readJson(folder, 'users.json'),
    products: readJson(folder, 'products.json'),
    orders: readJson(folder, 'orders.json'),
  });

export function convertTauRetail(source: TauRetail, { seed, now }: ConversionOptions): Rows {
  const customers = Object.entries(source.users).map(([id, user]): CustomerRow => ({
    type: 'customer',
    id,
    email: user.email,
    firstName: user.name.first_name,
    lastName: user.name.last_name,
    address: addressOf(user.address, user),
    paymentMethods: Object.entries(user.payment_methods).map(([method, told]) => ({
      id: method,
      ...methodOf(told),
      ...(told.balance !== undefined && {
        balance: { amount: cents(told.balance), currency: 'USD' },
      }),
    })),
  }));
  const orders = Object.entries(source.orders).map(([number, order]) => {
    const user = source.users[order.user_id];
    if (!user) throw new Error(`Order ${number} names the unknown customer ${order.user_id}`);
    return orderRow(number, order, user, seed, now);
  });
  return { products: productRows(source), customers, orders, skipped: {} };
}

const productRows = (source: TauRetail): ProductRow[] =>
  Object.entries(source.products).map(([id, { name, variants }]) => ({
    type: 'product',
    id,
    name,
    variants: Object.entries(variants).map(([variant, { options, available, price }]) => ({
      id: variant,
      options,
      available,
      price: cents(price),
      currency: 'USD',
    })),
  }));

function orderRow(
  number: string,
  order: SourceOrder,
  user: User,
  seed: number,
  now: Date,
): OrderRow {
  const status = statuses[order.status];
  const lines = lineRows(order);
  const total = lines.reduce((sum, line) => sum + line.unitPrice, 0);
  return {
    type: 'order',
    id: idOf(number),
    number,
    customer: order.user_id,
    status,
    currency: 'USD',
    lines,
    discounts: [],
    shipping: 0,
    tax: 0,
    taxIncluded: true,
    total,
    payments: paymentRows(number, order, user, total),
    address: addressOf(order.address, user),
    ...journeyOf({
      status,
      parcels: parcelsOf(number, order, lines),
      now,
      timeZone: tauTimeZone,
      dice: dice(seed, number),
      hubs: hubs.filter((hub) => !hub.startsWith(`${order.address.city},`)),
    }),
  };
}

/** The number without its '#', which a web address would cut off. */
const idOf = (number: string): string => number.replace(/^#/, '');

/** The same article twice in one order is two lines in the source: the second gets a suffix. */
function lineRows({ items }: SourceOrder): OrderRow['lines'] {
  const seen = new Map<string, number>();
  return items.map(({ item_id, product_id, name, options, price }) => {
    const nth = (seen.get(item_id) ?? 0) + 1;
    seen.set(item_id, nth);
    return {
      id: nth === 1 ? item_id : `${item_id}.${nth}`,
      product: product_id,
      variant: item_id,
      name,
      options,
      quantity: 1,
      unitPrice: cents(price),
    };
  });
}

/** Each tracking number is a parcel; the first of a fulfilment carries its lines. */
function parcelsOf(
  number: string,
  { fulfillments }: SourceOrder,
  lines: OrderRow['lines'],
): Pick<ShipmentRow, 'id' | 'number' | 'lines'>[] {
  const open = [...lines];
  return fulfillments.flatMap(({ tracking_id, item_ids }) => {
    const packed = item_ids.map((item) => {
      const [line] = open.splice(
        open.findIndex(({ variant }) => variant === item),
        1,
      );
      if (!line || line.variant !== item) throw new Error(`Order ${number} ships ${item} unbought`);
      return { line: line.id, quantity: 1 };
    });
    return tracking_id.map((tracking, index) => ({
      id: `${idOf(number)}-${tracking}`,
      number: tracking,
      lines: index === 0 ? packed : [],
    }));
  });
}

/**
 * Payments are floating sums in the source, as in 1380.7900000000002. Prices are exact to the
 * cent, so the lines are right, and a payment within half a cent of them is put to their sum.
 */
function paymentRows(
  number: string,
  order: SourceOrder,
  user: User,
  total: number,
): OrderRow['payments'] {
  return order.payment_history.map(({ transaction_type, amount, payment_method_id }) => {
    if (Math.abs(amount * 100 - total) > 0.5)
      throw new Error(`Order ${number} costs ${total} cents, but ${amount} was paid`);
    const method = user.payment_methods[payment_method_id];
    if (!method) throw new Error(`Order ${number} was paid with unknown ${payment_method_id}`);
    return {
      ...methodOf(method),
      amount: transaction_type === 'refund' ? -total : total,
      method: payment_method_id,
    };
  });
}

function methodOf({ source, brand, last_four }: z.infer<typeof Method>) {
  if (source === 'gift_card') return { kind: 'gift_card' as const, label: 'Gift card' };
  if (source === 'paypal') return { kind: 'paypal' as const, label: 'PayPal' };
  const label = brand ? brand.charAt(0).toUpperCase() + brand.slice(1) : 'Card';
  return { kind: 'card' as const, label, ...(last_four && { lastFour: last_four }) };
}

function addressOf(
  { address1, address2, city, state, zip, country }: z.infer<typeof SourceAddress>,
  { name }: User,
) {
  return {
    name: `${name.first_name} ${name.last_name}`,
    lines: [address1, address2],
    city,
    region: state,
    postcode: zip,
    country,
  };
}

/** Prices have at most two decimals; a third would be lost unseen. */
function cents(price: number): number {
  const value = Math.round(price * 100);
  if (Math.abs(value - price * 100) > 1e-6) throw new Error(`${price} is not whole cents`);
  return value;
}

const hubs = [
  'Memphis, TN',
  'Louisville, KY',
  'Indianapolis, IN',
  'Newark, NJ',
  'Oakland, CA',
  'Ontario, CA',
  'Greensboro, NC',
];
