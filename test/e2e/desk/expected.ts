import type { TauRetail } from '../../data/tau-retail.ts';

/** An order as the source tells it: taken from there by hand, not through the converter. */
export interface Expected {
  number: string;
  email: string;
  status: 'placed' | 'shipped' | 'delivered' | 'cancelled';
  lines: { name: string; options: [string, string][]; cents: number }[];
  total: number;
  tracking: string[];
  name: string;
  address: string[];
  /** What was paid and given back, in cents; given back is negative. */
  payments: number[];
}

const statusWords = {
  pending: 'placed',
  processed: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
} as const;

export function expectedOrder(source: TauRetail, number: string): Expected {
  const order = source.orders[number];
  const user = order && source.users[order.user_id];
  if (!user) throw new Error(`The source has no order ${number}`);
  const { address1, address2, city, state, zip, country } = order.address;
  return {
    number,
    email: user.email,
    status: statusWords[order.status],
    lines: order.items.map(({ name, options, price }) => ({
      name,
      options: Object.entries(options),
      cents: cents(price),
    })),
    total: order.items.reduce((sum, { price }) => sum + cents(price), 0),
    tracking: order.fulfillments.flatMap(({ tracking_id }) => tracking_id),
    name: `${user.name.first_name} ${user.name.last_name}`,
    address: [address1, address2, city, state, zip, country],
    payments: order.payment_history.map(({ transaction_type, amount }) =>
      Math.round(transaction_type === 'refund' ? -amount * 100 : amount * 100),
    ),
  };
}

/** By the digits as printed. */
function cents(price: number): number {
  const [whole = '0', part = ''] = String(price).split('.');
  return Number(whole + part.padEnd(2, '0'));
}

/** `$1,380.79`, as an American reads it. */
export function dollars(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}$${whole}.${digits.slice(-2)}`;
}

/** What a guest must not get to see of an order, in any spelling it could have on the wire or on screen. */
export function secretsOf(order: Expected): string[] {
  const [first = '', last = ''] = order.name.split(' ');
  const [street = '', suite = '', city = '', , zip = ''] = order.address;
  const amounts = [order.total, ...order.lines.map((line) => line.cents)];
  return [
    ...[first, last, street, suite, city, zip],
    ...order.lines.map(({ name }) => name),
    ...amounts.flatMap((amount) => [
      (amount / 100).toFixed(2),
      dollars(amount),
      `"amount":${amount}`,
    ]),
  ];
}
