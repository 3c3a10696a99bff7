import { atom, type ReadableAtom } from 'nanostores';
import type { Desk as DeskInfo } from '../../contract/desk.ts';
import type { Order, OrderTracking } from '../../contract/orders.ts';
import type { Change } from '../../contract/stream.ts';
import { createClient, type Client } from '../client/client.ts';
import { createSend } from '../client/request.ts';
import type { DeskConfig } from '../config.ts';
import { createDrafts, type Drafts } from '../host/drafts.ts';
import { createOnline } from '../host/online.ts';
import { createTabs } from '../host/tabs.ts';
import type { Say } from '../locales/words.ts';
import { createLive } from './live.ts';
import { createOrderReads } from './order.ts';
import { createOrders, type OrdersStore } from './orders.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createRoute, type Route } from './route.ts';
import { createSession, type SessionState, type SessionStore } from './session.ts';

/** Everything one desk knows, as the rooms see it. Two desks on a page share nothing. */
export interface Desk {
  readonly config: DeskConfig;
  readonly client: Client;
  /** The shopper's words, dates and money; made anew once the shop's time zone is known. */
  readonly words: Say;
  readonly $words: ReadableAtom<Say>;
  /** The shop: its name, what it can do, how to reach a person. */
  readonly info: RemoteStore<DeskInfo>;
  readonly session: SessionStore;
  readonly orders: OrdersStore;
  /** One order, by its id or the number a mail has; the same store each time. */
  order(id: string): RemoteStore<Order>;
  /** What a guest may see of one order. */
  tracking(id: string): RemoteStore<OrderTracking>;
  readonly route: Route;
  readonly $online: ReadableAtom<boolean>;
  readonly drafts: Drafts;
  /** Says it to a screen reader, politely. */
  announce(text: string): void;
  readonly $announcement: ReadableAtom<{ readonly text: string }>;
}

/** What its panel does with a desk. */
export interface OwnedDesk extends Desk {
  /** The panel is seen: reads begin, and news come in. */
  opened(): void;
  closed(): void;
  /** Ends every request, timer and listener; nothing may be asked of it afterwards. */
  destroy(): void;
}

export interface DeskParts {
  config: DeskConfig;
  locale: string;
  /** Words for a time zone; the browser's own while the shop's is not known. */
  makeWords(timeZone?: string): Say;
  /** Asked by the loader in the tap itself, beside the panel's code. */
  early?: { session: Promise<Response>; desk: Promise<Response> } | undefined;
}

export function createDesk({ config, locale, makeWords, early }: DeskParts): OwnedDesk {
  const { api, shop } = config;
  const name = `fd:${api}:${shop ?? ''}`;
  const over = new AbortController();
  const life = over.signal;
  let isOpen = false;
  let first = early?.desk;

  const drafts = createDrafts(name);
  const $online = createOnline(life);
  const tabs = createTabs<'in' | 'out'>(name, (news) => session.heard(news), life);
  const session = createSession({
    client: () => client,
    hello: early?.session,
    inTurn: tabs.inTurn,
    tellTabs: tabs.tell,
    forget: drafts.clear,
  });
  const client = createClient(createSend({ api, shop, locale, bearer: session, life }));
  const $words = atom(makeWords());
  const info = createRemote((signal) => {
    const asked = first;
    first = undefined;
    return asked ? client.readDesk(asked) : client.getDesk(signal);
  });
  const orders = createOrders(client);
  const reads = createOrderReads(client, orders, session.$session);
  const route = createRoute();
  const $announcement = atom({ text: '' });

  const again = () => {
    orders.renew();
    reads.renew();
  };
  const live = createLive({
    connect: client.stream,
    gap: again,
    heard({ topic, id }: Change) {
      if (topic === 'session') void session.refresh();
      else if (!reads.heard(id)) orders.renew();
    },
  });
  /** News are for a shopper who looks, and whose session may hear them. */
  function tune(): void {
    const can = info.$state.get().value?.capabilities.live;
    const listening = isOpen && $online.get() && can && !document.hidden && subject();
    if (listening) live.start();
    else live.stop();
  }

  const subject = () => subjectOf(session.$session.get());
  let who = subject();
  session.$session.listen((now) => {
    if (subject() !== who) {
      who = subject();
      orders.reset();
      reads.reset();
      if (now.kind === 'customer') orders.need();
    }
    tune();
  });
  info.$state.listen(({ value }) => {
    const zone = value?.timeZone;
    if (zone && zone !== zoneNow) $words.set(makeWords((zoneNow = zone)));
    tune();
  });
  let zoneNow: string | undefined;
  $online.listen((online) => {
    tune();
    if (online && isOpen) retry();
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      tune();
      if (!document.hidden && isOpen) again();
    },
    { signal: life },
  );

  function retry(): void {
    if (session.$session.get().kind === 'unknown') void session.refresh();
    info.need();
    orders.retry();
    reads.retry();
  }

  return {
    config,
    client,
    get words() {
      return $words.get();
    },
    $words,
    info,
    session,
    orders,
    order: reads.order,
    tracking: reads.tracking,
    route,
    $online,
    drafts,
    announce: (text) => $announcement.set({ text }),
    $announcement,
    opened() {
      if (isOpen) return;
      isOpen = true;
      tune();
      // seen before: what was read then may be old by now
      again();
      retry();
    },
    closed() {
      isOpen = false;
      tune();
    },
    destroy() {
      isOpen = false;
      live.stop();
      for (const store of [info, orders, reads]) store.reset();
      over.abort();
    },
  };
}

/** Whose data it is; undefined while it is nobody's. */
function subjectOf(session: SessionState): string | undefined {
  if (session.kind === 'customer') return session.customer.id;
  return session.kind === 'guest' ? `order ${session.order.id}` : undefined;
}
