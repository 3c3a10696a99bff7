import type { OrderPage, OrderSummary } from '../../contract/orders.ts';
import type { Kept } from './ground.ts';
import type { RemoteStore } from './remote.ts';

/** A page of orders, whose rows follow what is read of their orders. */
export const keptRows = (page: RemoteStore<OrderPage>): Kept => ({
  ...page,
  update(order) {
    const { is, value } = page.$state.get();
    const next = is === 'ready' ? withRow(value, order) : value;
    if (next && next !== value) page.put(next);
  },
});

/** The same page with this order's row as it is now; the page itself where it has no such row. */
export const withRow = (page: OrderPage, order: OrderSummary): OrderPage =>
  page.items.some(({ id }) => id === order.id)
    ? { ...page, items: page.items.map((row) => (row.id === order.id ? order : row)) }
    : page;
