import type { Order, OrderTracking } from '../../contract/orders.ts';
import { getOrder, getOrderTracking } from '../client/order.ts';
import type { Ground } from './ground.ts';

/** By its id, or by its number, which is what a mail names an order by: the list knows both. */
export async function readOrder(ground: Ground, name: string, signal: AbortSignal): Promise<Order> {
  const listed = await newest(ground.orders, signal);
  const row = listed.find(({ id, number }) => id === name || number === name);
  return getOrder(ground.send, row?.id ?? name, signal);
}

export function readTracking(
  { send, session }: Ground,
  name: string,
  signal: AbortSignal,
): Promise<OrderTracking> {
  const who = session.$session.get();
  const isTheirs = who.kind === 'guest' && who.order.number === name;
  return getOrderTracking(send, isTheirs ? who.order.id : name, signal);
}

/** The rows of the list, once it has been read; none where it could not be. */
function newest({ $state, need }: Ground['orders'], signal: AbortSignal) {
  // whoever asked for it may have gone while this code was on its way
  if (!signal.aborted) need();
  return new Promise<NonNullable<ReturnType<typeof $state.get>['value']>['items']>((done) => {
    let off = () => {};
    const look = () => {
      const { is, value } = $state.get();
      if (is === 'loading' && !value && !signal.aborted) return;
      off();
      done(value?.items ?? []);
    };
    off = $state.listen(look);
    signal.addEventListener('abort', look);
    look();
  });
}
