import { atom, type ReadableAtom } from 'nanostores';
import type { ReturnStep, ShopperStory, StaffReturn } from '../../contract/inbox.ts';
import type { Staff } from '../../contract/staff.ts';
import { asProblem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { createLive } from '../../widget/stores/live.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import { getStory, pictureOf } from '../client/inbox.ts';
import { listReturns, moveReturn } from '../client/returns.ts';
import { createConsoleSend } from '../client/send.ts';
import { listStaff } from '../client/session.ts';
import type { Say } from '../words/say.ts';
import { createActs, type Acts } from './acts.ts';
import { createAlerts, type Alerts } from './alerts.ts';
import { createAuditLog, type AuditLog } from './audit.ts';
import { createFinder, type Finder } from './finder.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createOrders, type Orders } from './orders.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { createProducts, type Products } from './products.ts';
import { createPresence, type Presence } from './presence.ts';
import { createReplies, type Replies } from './replies.ts';
import { createRoute, type Route } from './route.ts';
import { createSelection, type Selection } from './selection.ts';
import { createSession, type Session } from './session.ts';
import { createSettingDrafts, type SettingDrafts } from './setting-drafts.ts';
import { createSettings, type Settings } from './settings.ts';
import { createThread, type Thread, type ThreadWork } from './thread.ts';

/** All that the console knows. */
export interface Desk {
  say: Say;
  route: Route;
  session: Session;
  inbox: Inbox;
  selection: Selection;
  alerts: Alerts;
  finder: Finder;
  acts: Acts;
  presence: Presence;
  people: RemoteStore<Staff[]>;
  replies: Replies;
  passkeys: Passkeys;
  audit: AuditLog;
  settings: Settings;
  drafts: SettingDrafts;
  returns: RemoteStore<StaffReturn[]>;
  $moving: ReadableAtom<ThreadWork>;
  move(id: string, step: ReturnStep): Promise<boolean>;
  /** The same one each time, until another is asked for. */
  thread(id: string): Thread;
  story(customer: string): RemoteStore<ShopperStory>;
  /** The order that is open beside them. */
  orders: Orders;
  products: Products;
  picture(id: string): Promise<string>;
  /** Follows what changes, once somebody is in, and tells what they look at. */
  listen(wanted: boolean): void;
}

/** A shop’s console in a window of its own. */
export function createDesk(page: Window & typeof globalThis, say: Say): Desk {
  const query = new URLSearchParams(page.location.search);
  const isAttended = attention(page);
  const send: Send = createConsoleSend({
    ...{ shop: query.get('shop') ?? undefined, locale: say.language, isAttended },
    out: () => void session.read(),
  });
  const drafts = createSettingDrafts(page.localStorage, () => {
    const { session: who } = session.$state.get();
    return who?.kind === 'staff' ? `${who.shop}:${who.staff.id}` : undefined;
  });
  const session = createSession(send, () => drafts.clear());
  // somebody who had to sign in anew goes on where they were
  session.$state.listen(({ session: now }, was) => {
    const before = was?.session;
    const isBack = now?.kind === 'staff' && before !== undefined && before.kind !== 'staff';
    if (isBack && drafts.kept('access')) route.go({ room: 'settings', open: 'access' });
  });
  const inbox = createInbox(send);
  const presence = createPresence(send, isAttended);
  const route = createRoute(page);
  const returns = createRemote((signal) => listReturns(send, signal));
  const people = createRemote((signal) => listStaff(send, signal));
  const $moving = atom<ThreadWork>({ busy: false });
  const pictures = new Map<string, Promise<string>>();
  let open: Thread | undefined;
  let beside: { of: string; story: RemoteStore<ShopperStory> } | undefined;

  const renew = () => {
    inbox.renew();
    open?.renew();
  };
  const acts = createActs(send, renew);
  const orders = createOrders(send, () => void beside?.story.load());
  // whoever else is looked at has other orders
  route.$place.subscribe(({ order }) => orders.open(order));
  const alerts = createAlerts({
    ...{ page, send },
    me() {
      const { session: who } = session.$state.get();
      return who?.kind === 'staff' ? who.staff.id : undefined;
    },
    title: (name) => say.text('alertTitle', { name: name ?? say.text('visitor') }),
    show: (id) => route.go({ room: 'inbox', open: id }),
  });

  const live = createLive({
    send,
    life: new AbortController().signal,
    heard(change) {
      const { topic, id } = change;
      if (topic === 'session') void session.read();
      if (topic === 'presence') {
        presence.heard(change);
        // somebody who was added since
        const known = people.$state.get().value ?? [];
        if (!known.some((one) => one.id === change.staff)) people.renew();
      }
      if (topic === 'typing' && id === open?.id) open.types();
      if (topic !== 'conversation') return;
      void alerts.heard(id);
      inbox.renew();
      if (id === open?.id) open.renew();
    },
    gap: renew,
  });

  return {
    ...{ say, route, session, inbox, people, presence, returns, orders, $moving },
    passkeys: createPasskeys(send),
    audit: createAuditLog(send),
    ...{
      acts,
      alerts,
      selection: createSelection(),
      finder: createFinder(send),
      replies: createReplies(send),
    },
    drafts,
    products: createProducts(send),
    settings: createSettings(send),
    async move(id, step) {
      $moving.set({ busy: true });
      try {
        await moveReturn(send, id, step);
        $moving.set({ busy: false });
        return true;
      } catch (error) {
        $moving.set({ busy: false, problem: asProblem(error) });
        return false;
      } finally {
        await returns.load();
      }
    },
    thread(id) {
      if (open?.id !== id) {
        open = createThread(send, id, page.sessionStorage);
        open.renew();
      }
      return open;
    },
    story(customer) {
      if (beside?.of !== customer) {
        const story = createRemote((signal) => getStory(send, customer, signal));
        beside = { of: customer, story };
        story.need();
      }
      return beside.story;
    },
    picture(id) {
      const known = pictures.get(id) ?? pictureOf(send, id);
      pictures.set(id, known);
      return known;
    },
    listen(wanted) {
      const { session: who } = session.$state.get();
      const { room, open: id } = route.$place.get();
      const isLooking = wanted && who?.kind === 'staff' && room === 'inbox' && id !== undefined;
      presence.look(isLooking ? { id, me: who.staff.id } : undefined);
      live.listen(wanted);
    },
  };
}

/** Somebody who has touched nothing for so long is not at the desk, in ms. */
const AWAY = 2 * 60_000;

/** Tells whether somebody is at the desk. */
function attention(page: Window): () => boolean {
  let last = Date.now();
  for (const act of ['keydown', 'pointerdown', 'wheel'] as const)
    page.addEventListener(act, () => (last = Date.now()), { capture: true, passive: true });
  return () => Date.now() - last < AWAY;
}
