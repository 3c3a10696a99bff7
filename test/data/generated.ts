import { dice, type Dice } from './dice.ts';
import type { TauRetail } from './tau-retail.ts';

export interface GeneratedShopOptions {
  seed: number;
  customers: number;
  orders: number;
}

/**
 * A made-up shop in the shape of tau-retail: where the real data is absent it goes through the
 * same converter and the same suites.
 */
export function generatedShop({ seed, customers, orders }: GeneratedShopOptions): TauRetail {
  const products = Object.fromEntries(
    articles.map((name, index) => [`p${100 + index}`, productOf(name, index, seed)]),
  );
  const users = Object.fromEntries(
    Array.from({ length: customers }, (_, index) => {
      const roll = dice(seed, `customer ${index}`);
      const [first, last] = [roll.pick(firstNames), roll.pick(lastNames)];
      const id = `${first}_${last}_${1000 + index}`.toLowerCase();
      return [id, userOf(first, last, index, roll)];
    }),
  );
  const ids = Object.keys(users);
  const all = Object.fromEntries(
    Array.from({ length: orders }, (_, index) => {
      const roll = dice(seed, `order ${index}`);
      const id = roll.pick(ids);
      const number = `#W${String(1_000_000 + index * 7919).slice(0, 7)}`;
      users[id]?.orders.push(number);
      return [number, orderOf(id, users[id]!, products, index, roll)];
    }),
  );
  return { users, products, orders: all };
}

function productOf(name: string, index: number, seed: number): TauRetail['products'][string] {
  const roll = dice(seed, name);
  const variants = colours.map((colour, nth) => [
    String(7_000_000 + index * 100 + nth),
    {
      options: { color: colour, size: roll.pick(['S', 'M', 'L']) },
      available: roll.roll() < 0.8,
      price: roll.between(499, 29_999) / 100,
    },
  ]);
  return { name, variants: Object.fromEntries(variants) };
}

function userOf(
  first: string,
  last: string,
  index: number,
  roll: Dice,
): TauRetail['users'][string] {
  return {
    name: { first_name: first, last_name: last },
    address: addressOf(roll),
    email: `${first}.${last}${1000 + index}@example.com`.toLowerCase(),
    payment_methods: {
      [`gift_card_${index}`]: { source: 'gift_card' },
      [`paypal_${index}`]: { source: 'paypal' },
      [`credit_card_${index}`]: {
        source: 'credit_card',
        brand: roll.pick(['visa', 'mastercard']),
        last_four: String(roll.between(1000, 9999)),
      },
    },
    orders: [],
  };
}

function orderOf(
  userId: string,
  user: TauRetail['users'][string],
  products: TauRetail['products'],
  index: number,
  roll: Dice,
): TauRetail['orders'][string] {
  const items = Array.from({ length: roll.between(1, 5) }, () => {
    const [product_id, product] = roll.pick(Object.entries(products));
    const [item_id, { options, price }] = roll.pick(Object.entries(product.variants));
    return { name: product.name, product_id, item_id, price, options };
  });
  const status = roll.pick(['pending', 'pending', 'processed', 'delivered', 'cancelled'] as const);
  const amount = items.reduce((sum, { price }) => sum + price, 0);
  const payment_method_id = roll.pick(Object.keys(user.payment_methods));
  return {
    user_id: userId,
    address: user.address,
    items,
    status,
    fulfillments:
      status === 'pending'
        ? []
        : [
            {
              tracking_id: [String(100_000_000_000 + index * 1_000_003)],
              item_ids: items.map(({ item_id }) => item_id),
            },
          ],
    payment_history: [
      { transaction_type: 'payment', amount, payment_method_id },
      ...(status === 'cancelled'
        ? [{ transaction_type: 'refund' as const, amount, payment_method_id }]
        : []),
    ],
  };
}

function addressOf(roll: Dice): TauRetail['users'][string]['address'] {
  const [city, state, zip] = roll.pick(cities);
  return {
    address1: `${roll.between(1, 999)} ${roll.pick(streets)}`,
    address2: `Suite ${roll.between(100, 999)}`,
    city,
    state,
    zip: `${zip}${roll.between(10, 99)}`,
    country: 'USA',
  };
}

const articles = ['Alpine Jacket', 'Reading Lamp', 'Teapot', 'Desk Chair', 'Trail Shoes', 'Radio'];
const colours = ['green', 'sand', 'navy'];
const firstNames = ['Ada', 'Noor', 'Luis', 'Mei', 'Tomas', 'Grace', 'Ivan', 'Zola'];
const lastNames = ['Abara', 'Berg', 'Castillo', 'Dubois', 'Evans', 'Fujita', 'Gruber'];
const streets = ['Quarry Lane', 'Harbor Street', 'Linden Avenue', 'Foundry Road'];
const cities: readonly (readonly [string, string, string])[] = [
  ['Denver', 'CO', '802'],
  ['Chicago', 'IL', '606'],
  ['Seattle', 'WA', '981'],
  ['Austin', 'TX', '787'],
];
