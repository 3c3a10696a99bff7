import type { Order, OrderTracking } from '../../contract/orders.ts';
import { noAnswer } from '../client/problem.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface OrderReads {
  /** One order, by its id or the number a mail has; the same store each time. */
  order(id: string): RemoteStore<Order>;
  /** What a guest may see of one order. */
  tracking(id: string): RemoteStore<OrderTracking>;
}

/** Orders one by one, each read once and kept: for its owner, and as far as a guest may see it. */
export function createOrderReads(ground: Ground, update: (order: Order) => void): OrderReads {
  const { seen, keep } = ground;
  const stores = new Map<string, RemoteStore<{ id: string }>>();
  // their guards come with the first order that is read
  const reads = () =>
    import('./order-read.ts').catch(() => {
      throw noAnswer();
    });

  function store<T extends { id: string }>(
    name: string,
    read: (signal: AbortSignal) => Promise<T>,
  ): RemoteStore<T> {
    const known = stores.get(name) ?? createRemote(read, seen);
    stores.set(name, known as RemoteStore<{ id: string }>);
    return known as RemoteStore<T>;
  }
  keep({
    renew() {
      for (const one of stores.values()) one.renew();
    },
    retry() {
      for (const one of stores.values()) if (one.$state.get().is === 'failed') one.renew();
    },
    reset() {
      for (const one of stores.values()) one.reset();
    },
    heard(id) {
      const meant = [...stores.values()].filter(({ $state }) => $state.get().value?.id === id);
      for (const one of meant) void one.load();
      return meant.length > 0;
    },
  });

  return {
    order: (id) =>
      store(`order ${id}`, async (signal) => {
        const found = await (await reads()).readOrder(ground, id, signal);
        update(found);
        return found;
      }),
    tracking: (id) =>
      store(`steps ${id}`, async (signal) => {
        const { readTracking } = await reads();
        return readTracking(ground, id, signal);
      }),
  };
}
