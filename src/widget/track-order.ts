import type { Desk } from './stores/desk.ts';

/**
 * Leads a desk to an order: its own for whoever is signed in, the one a guest has found, else the form
 * that finds it. Without a number, somebody's orders, or the form.
 */
export function follow({ session, info, route, drafts }: Desk, number: string | undefined): void {
  route.enter(number ? { room: 'order', id: number } : 'orders');
  const done: (() => void)[] = [];
  const look = () => {
    const who = session.$session.get();
    const can = info.$state.get().value?.capabilities;
    if (who.kind === 'unknown' || !can) return;
    for (const end of done) end();
    if (who.kind === 'guest' && (!number || who.order.number === number))
      route.enter({ room: 'order', id: who.order.id });
    else if (who.kind !== 'customer' && can.guestTracking) {
      if (number) drafts.write('find', { number });
      route.enter('home');
    }
  };
  done.push(session.$session.listen(look), info.$state.listen(look));
  // from an order that was found, the way back leads to the form
  route.$stack.listen(([first, ...further]) => {
    if (first?.room === 'order' && !further.length) route.enter(first);
  });
}
