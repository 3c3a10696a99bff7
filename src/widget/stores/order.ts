import type { Order, OrderTracking } from '../../contract/orders.ts';
import { noAnswer } from '../client/problem.ts';
import type { Ground } from './ground.ts';
import type { RemoteStore } from './remote.ts';
import { createRemotes } from './remotes.ts';

export interface OrderReads {
  /** One order, by its id or the number a mail has; the same store each time. */
  order(id: string): RemoteStore<Order>;
  /** What a guest may see of one order. */
  tracking(id: string): RemoteStore<OrderTracking>;
}

/** Orders one by one, each read once and kept: for its owner, and as far as a guest may see it. */
export function createOrderReads(ground: Ground, update: (order: Order) => void): OrderReads {
  const { seen } = ground;
  // their guards come with the first order that is read
  const reads = () =>
    import('./order-read.ts').catch(() => {
      throw noAnswer();
    });
  const heard = ({ $state, load }: RemoteStore<{ id: string }>, order: string): boolean => {
    const isMeant = $state.get().value?.id === order;
    if (isMeant) void load();
    return isMeant;
  };
  const orders = createRemotes<Order>(ground, { seen, heard });
  const steps = createRemotes<OrderTracking>(ground, { seen, heard });

  return {
    order: (id) =>
      orders(id, async (signal) => {
        const found = await (await reads()).readOrder(ground, id, signal);
        update(found);
        return found;
      }),
    tracking: (id) =>
      steps(id, async (signal) => {
        const { readTracking } = await reads();
        return readTracking(ground, id, signal);
      }),
  };
}
