import type { ReadableAtom } from 'nanostores';
import type { Order, OrderTracking } from '../../contract/orders.ts';
import type { Client } from '../client/client.ts';
import { Problem } from '../client/problem.ts';
import type { OrdersKeeper } from './orders.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import type { SessionState } from './session.ts';

/** Orders one by one, each read once and kept: for its owner, and as far as a guest may see it. */
export function createOrderReads(
  client: Client,
  orders: OrdersKeeper,
  $session: ReadableAtom<SessionState>,
) {
  const whole = new Map<string, RemoteStore<Order>>();
  const steps = new Map<string, RemoteStore<OrderTracking>>();
  const all = (): RemoteStore<{ id: string }>[] => [...whole.values(), ...steps.values()];

  function order(id: string): RemoteStore<Order> {
    const known = whole.get(id);
    if (known) return known;
    const store = createRemote((signal) => readOrder(id, signal));
    whole.set(id, store);
    return store;
  }

  async function readOrder(id: string, signal: AbortSignal): Promise<Order> {
    const found = await findOrder(id, signal);
    orders.update(found);
    return found;
  }
  /** A mail names an order by its number; the list knows which one that is. */
  async function findOrder(id: string, signal: AbortSignal): Promise<Order> {
    try {
      return await client.getOrder(id, signal);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'not_found')) throw error;
      const { items } = await client.listOrders({ limit: 50 }, signal);
      const meant = items.find(({ number }) => number === id);
      if (!meant) throw error;
      return client.getOrder(meant.id, signal);
    }
  }

  function tracking(id: string): RemoteStore<OrderTracking> {
    const known = steps.get(id);
    if (known) return known;
    const store = createRemote((signal) => {
      const who = $session.get();
      const isTheirs = who.kind === 'guest' && who.order.number === id;
      return client.getOrderTracking(isTheirs ? who.order.id : id, signal);
    });
    steps.set(id, store);
    return store;
  }

  return {
    order,
    tracking,
    /** False when it is none of those that were read or listed. */
    heard(id: string): boolean {
      const meant = all().filter((store) => store.$state.get().value?.id === id);
      for (const store of meant) void store.load();
      if (meant.length) return true;
      if (!orders.has(id)) return false;
      void order(id).load();
      return true;
    },
    /** What is shown is read again now, the rest when it is shown. */
    renew() {
      for (const store of all()) store.renew();
    },
    retry() {
      for (const store of all()) if (store.$state.get().is === 'failed') store.renew();
    },
    reset() {
      for (const store of all()) store.reset();
    },
  };
}
