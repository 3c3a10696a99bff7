import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Desk as DeskInfo } from '../../contract/desk.ts';
import type { OrderPage } from '../../contract/orders.ts';
import type { Session } from '../../contract/session.ts';
import type { Change } from '../../contract/stream.ts';
import { getDesk } from '../client/desk.ts';
import { listOrders } from '../client/orders.ts';
import { createSend, type Send } from '../client/request.ts';
import { refreshSession } from '../client/session.ts';
import type { DeskConfig, ToldEvent } from '../config.ts';
import { createDrafts, type Drafts } from '../host/drafts.ts';
import { firstly } from '../host/early.ts';
import { isMarked } from '../host/mark.ts';
import { createOnline } from '../host/online.ts';
import { createTabs } from '../host/tabs.ts';
import type { Say } from '../locales/words.ts';
import type { Ground, Kept, Page, Vouch } from './ground.ts';
import type { Live } from './live.ts';
import { createOrderReads, type OrderReads } from './order.ts';
import { keptRows } from './order-rows.ts';
import type { Renewal } from './renewal.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createRoute, type Route } from './route.ts';
import { createSession, type SessionStore } from './session.ts';
import { subjectOf } from './subject.ts';

/** Everything one desk knows, as the rooms see it. Two desks on a page share nothing. */
export interface Desk extends OrderReads {
  readonly config: DeskConfig;
  /** The shopper's words, dates and money; made anew once the shop's time zone is known. */
  readonly words: Say;
  readonly $words: ReadableAtom<Say>;
  /** Are all phrases there, or only those of the first room? */
  readonly hasAllWords: boolean;
  /** Gets what only the other rooms say; a room waits for it before it is shown. */
  getAllWords(): Promise<void>;
  /** The shop: its name, what it can do, how to reach a person. */
  readonly info: RemoteStore<DeskInfo>;
  /** The same, as far as it is known. */
  readonly shop: DeskInfo | undefined;
  readonly session: SessionStore;
  /** The customer's newest orders, one page. The orders room has the rest: createOrderLists. */
  readonly orders: RemoteStore<OrderPage>;
  readonly route: Route;
  readonly $online: ReadableAtom<boolean>;
  /** When something was last read well: "Seen at 09:12". Told at each good read. */
  readonly $seen: ReadableAtom<{ readonly at: string } | undefined>;
  readonly drafts: Drafts;
  /** Tells what the shopper did here; kept where they agreed to it. */
  tell(event: ToldEvent): void;
  /** The store a room brings along, made once and kept while the desk lives. */
  use<Store>(create: (ground: Ground) => Store): Store;
  /** Says it to a screen reader, politely. */
  announce(text: string): void;
  readonly $announcement: ReadableAtom<string>;
}

/** What its panel does with a desk. */
export interface OwnedDesk extends Desk {
  /** The access token of now, as the collector sends it along. */
  token(): string | undefined;
  /** The panel is seen: reads begin, and news come in. */
  opened(): void;
  closed(): void;
  /** Ends every request, timer and listener; nothing may be asked of it afterwards. */
  destroy(): void;
  readonly $words: WritableAtom<Say>;
  /** Reads again what was read and is looked at. */
  renew(): void;
  /** Aborted when it is destroyed. */
  readonly life: AbortSignal;
}

export interface DeskParts {
  config: DeskConfig;
  /** Words for a time zone; the browser's own while the shop's is not known. */
  makeWords(timeZone?: string): Say;
  /** Brings the phrases that are not there yet; undefined when all are. */
  restOfWords?: (() => Promise<unknown>) | undefined;
  /** What the shop's own login says, where it has one. */
  vouch?: Vouch | undefined;
  /** What the page's own elements share with the panel. */
  page?: Page;
  /** Hears what the shopper does. */
  tell?: (event: ToldEvent) => void;
  /** Asked by the loader in the tap itself, beside the panel's code. */
  early?: { session: Promise<Response>; desk: Promise<Response> } | undefined;
}

export function createDesk(parts: DeskParts): OwnedDesk {
  const { config, makeWords, early, vouch, page = {}, tell = () => {} } = parts;
  let { restOfWords } = parts;
  const { api, shop } = config;
  const name = `fd:${api}:${shop ?? ''}`;
  const over = new AbortController();
  const life = over.signal;
  const kept: Kept[] = [];
  const used = new Map<unknown, unknown>();
  let isOpen = false;

  const $seen = atom<{ at: string } | undefined>();
  const seen = (at: string) => $seen.set({ at });
  const $announcement = atom('');
  const $words = atom(makeWords());
  const $online = createOnline(life);
  const drafts = createDrafts(name);
  const route = createRoute();
  const tabs = createTabs<'in' | 'out'>(name, heardTab, life);

  /** Asked in the tap, it serves once. */
  let viaTap = early && firstly(early.session);
  const session = createSession(async (isOver) => {
    const via = viaTap;
    viaTap = undefined;
    const answer = via && (await refreshSession(send, via));
    const vouched = async (told: Session): Promise<Session> => {
      ground.named = page.who;
      const session = vouch ? await vouch(ground, told, isOver) : told;
      // no other tab is told of who has left meanwhile
      return isOver() ? { kind: 'anonymous' } : session;
    };
    // nobody by the cookie may be somebody by a key
    return answer && (answer.kind !== 'anonymous' || !isMarked(name))
      ? vouched(answer)
      : // without a pause, in which this tab could hear what it is about to ask
        (renewing ?? (await renewal())).ask(vouched);
  });
  const send: Send = createSend({
    api,
    shop,
    get subject() {
      return who;
    },
    get locale() {
      return $words.get().locale;
    },
    bearer: session,
    life,
  });
  const via = firstly(early?.desk);
  const info = createRemote((signal) => getDesk(send, signal, via), seen);
  const orders = createRemote((signal) => listOrders(send, {}, signal), seen);

  let renewing: Renewal | undefined;
  async function renewal(): Promise<Renewal> {
    const { createRenewal } = await import('./renewal.ts');
    return (renewing ??= createRenewal(ground));
  }

  const ground: Ground = {
    name,
    send,
    config,
    get words() {
      return $words.get();
    },
    life,
    page,
    session,
    orders,
    seen,
    renewal,
    vouch,
    tell,
    tellTabs: tabs.tell,
    leave,
    keep: (one) => kept.push(one),
  };
  const reads = createOrderReads(ground, (order) => {
    for (const { update } of kept) update?.(order);
  });
  ground.keep(keptRows(orders));

  const renew = () => kept.forEach((one) => one.renew?.());
  const out = () => (page.out = page.who ?? page.getAttribute?.('identity'));
  function leave(byShop?: boolean, isHeard?: boolean): void {
    drafts.clear(!isHeard);
    session.leave(byShop);
    if (!byShop) out();
  }
  function heardTab(news: 'in' | 'out'): void {
    if (news === 'out') leave(false, true);
    else if (session.$session.get().kind !== 'customer') void session.refresh();
  }
  function heard({ topic, id }: Change): void {
    if (topic === 'session') {
      out();
      void session.refresh();
    } else if (!kept.filter((one) => one.heard?.(id, topic)).length && topic === 'order') renew();
  }

  /** News are for a shopper who looks, and whose session may hear them. */
  let live: Promise<Live> | undefined;
  /** What a customer hears is the same in each tab; what others do, in each tab of their session. */
  const line = () => {
    const now = session.$session.get();
    if (now.kind === 'unknown') return undefined;
    const whose =
      now.kind === 'customer' ? now.customer.id : now.kind === 'guest' ? now.session : now.visitor;
    return `${name}:line ${whose}`;
  };
  function tune(isOther?: boolean): void {
    const can = info.$state.get().value?.capabilities.live;
    const listens = () => (isOpen || !!page.awaits) && $online.get() && !document.hidden && !!who;
    if (can && listens())
      live ??= import('./live.ts').then(({ createLive }) =>
        createLive({ send, heard, gap: renew, life, line }),
      );
    // without it the panel shows what it has read
    live?.then(
      (line) => {
        // what it hears is of whoever was here
        if (isOther) line.listen(false);
        line.listen(listens());
      },
      () => (live = undefined),
    );
  }

  let who = subjectOf(session.$session.get());
  session.$session.listen((now) => {
    const before = who;
    who = subjectOf(now);
    if (who !== before) {
      for (const one of kept) one.reset?.();
      if (now.kind === 'customer') orders.need();
      // in time to hear what the other tabs are told; asked again when it is needed
      if (who) renewal().catch(() => {});
    }
    tune(who !== before);
  });
  let zone: string | undefined;
  info.$state.listen(({ value }) => {
    if (value && value.timeZone !== zone) $words.set(makeWords((zone = value.timeZone)));
    tune();
  });
  const retry = () => {
    if (!isOpen) return;
    if (session.$session.get().kind === 'unknown') void session.refresh();
    if (info.$state.get().is === 'failed') void info.load();
    else info.need();
    for (const one of kept) one.retry?.();
  };
  $online.listen((online) => {
    tune();
    if (online) retry();
  });
  const onVisibility = () => {
    tune();
    if (isOpen && !document.hidden) renew();
  };
  document.addEventListener('visibilitychange', onVisibility, { signal: life });

  return {
    config,
    get words() {
      return $words.get();
    },
    $words,
    get hasAllWords() {
      return !restOfWords;
    },
    async getAllWords() {
      await restOfWords?.();
      restOfWords = undefined;
    },
    info,
    get shop() {
      return info.$state.get().value;
    },
    session,
    orders,
    ...reads,
    route,
    $online,
    $seen,
    drafts,
    tell,
    use<Store>(create: (ground: Ground) => Store): Store {
      if (!used.has(create)) used.set(create, create(ground));
      return used.get(create) as Store;
    },
    // the same words are only said again when they differ
    announce: (text) => $announcement.set(text === $announcement.get() ? `${text}\u00a0` : text),
    $announcement,
    token: session.held,
    opened() {
      isOpen = true;
      tune();
      // seen before: what was read then may be old by now
      renew();
      retry();
    },
    closed() {
      isOpen = false;
      tune();
    },
    renew,
    life,
    destroy() {
      isOpen = false;
      over.abort();
      info.reset();
      for (const one of kept) {
        one.reset?.();
        one.end?.();
      }
    },
  };
}
