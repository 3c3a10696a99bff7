import type { TauRetail } from '../data/tau-retail.ts';
import { deep } from './desk/deep.ts';
import { expect, test, type Desk } from './desk/fixture.ts';
import { expectedOrder } from './desk/expected.ts';
import type { Order } from '../../src/contract/orders.ts';

test.use({ world: 'all customers sign in here' });

/** Shoppers asking at the same time. */
const AT_ONCE = 6;

/** Every so many-th customer. */
const ONE_IN = deep ? 1 : 5;

test(`orders come through the API as the source has them, of one customer in ${ONE_IN}`, async ({
  desk,
  shop,
}) => {
  const { source } = shop;
  const seen = new Map<string, Order>();

  test.setTimeout(300_000);
  const users = Object.values(source.users).filter((_, index) => index % ONE_IN === 0);
  const waiting = [...users];
  const oneByOne = async () => {
    for (let user = waiting.pop(); user; user = waiting.pop())
      for (const order of await ordersOf(desk, user)) seen.set(order.number, order);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneByOne));

  expect([...seen.keys()].sort()).toEqual(users.flatMap(({ orders }) => orders).sort());
  for (const [number, order] of seen) {
    const expected = expectedOrder(source, number);
    expect(comparable(order), number).toEqual({
      status: expected.status,
      lines: expected.lines.map(({ name, options, cents }) => ({
        name,
        options: options.toSorted(),
        quantity: 1,
        unitPrice: usd(cents),
        total: usd(cents),
      })),
      totals: {
        items: usd(expected.total),
        discounts: [],
        shipping: usd(0),
        tax: usd(0),
        taxIncluded: true,
        total: usd(expected.total),
      },
      total: usd(expected.total),
      itemCount: expected.lines.length,
      title: expected.lines[0]?.name,
      tracking: expected.tracking,
      payments: expected.payments.map(usd),
      name: expected.name,
      address: expected.address,
    });
  }
});

/** Signs the customer in and reads all that is theirs. */
async function ordersOf(desk: Desk, user: TauRetail['users'][string]): Promise<Order[]> {
  const caller = desk.caller();
  const { customer } = await caller.signIn(user.email);
  expect([customer.firstName, customer.lastName, customer.email]).toEqual([
    user.name.first_name,
    user.name.last_name,
    user.email,
  ]);
  const list = await caller.orders();
  expect(list.map(({ number }) => number).sort(), user.email).toEqual([...user.orders].sort());
  const placed = list.map(({ placedAt }) => placedAt);
  expect(placed, 'newest first').toEqual([...placed].sort().reverse());
  const orders: Order[] = [];
  for (const summary of list) {
    const order = await caller.order(summary.id);
    expect(order).toMatchObject(summary);
    orders.push(order);
  }
  return orders;
}

test('no customer gets another’s order', async ({ desk, owner, other }) => {
  const [mine, theirs] = [desk.caller(), desk.caller()];
  await mine.signIn(owner.email);
  await theirs.signIn(other.email);
  const { id } = owner.order('split');
  expect((await mine.order(id)).number).toBe(owner.numberOf('split'));
  expect((await theirs.send('GET', `/orders/${id}`)).status).toBe(404);
  expect((await theirs.send('GET', `/orders/${id}/tracking`)).status).toBe(404);
});

const usd = (amount: number) => ({ amount, currency: 'USD' });

const comparable = (order: Order) => ({
  status: order.progress.status,
  lines: order.lines.map(({ name, options, quantity, unitPrice, total }) => ({
    name,
    options: options.map(({ name: key, value }) => [key, value]).toSorted(),
    quantity,
    unitPrice,
    total,
  })),
  totals: order.totals,
  total: order.total,
  itemCount: order.itemCount,
  title: order.title,
  tracking: order.shipments.map(({ number }) => number),
  payments: order.payments.map(({ amount }) => amount),
  name: order.address?.name,
  address: [
    ...(order.address?.lines ?? []),
    order.address?.city,
    order.address?.region,
    order.address?.postcode,
    order.address?.country,
  ],
});
