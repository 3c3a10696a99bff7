import type { Capabilities } from '../../contract/desk.ts';
import type { CountedRoom } from '../../contract/event-names.ts';
import type { ReadableAtom } from 'nanostores';
import type { PlainKey } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import type { Place } from '../stores/route.ts';
import type { IconName } from '../ui/icon.ts';
import { FdHome } from './home/fd-home.ts';
import type { Opening } from './open-room.ts';

export interface Room extends Opening {
  /** A task hides the tabs and shows a way back. */
  readonly task?: boolean;
  /** Shows what is somebody's: a link that leads here lets nobody sign in first. */
  readonly personal?: boolean;
  /** What stands in the bar; the room's own heading says the rest. */
  readonly title?: PlainKey | ((desk: Desk, place: Place) => string);
  /** What the title is read from: the bar follows it. */
  titled?(desk: Desk, place: Place): ReadableAtom<unknown>;
}

/** What every room element takes. */
export interface RoomHost extends HTMLElement {
  desk: Desk;
  /** The order that the room is about, by id or number. */
  order?: string | undefined;
  step?: string | undefined;
}

/** What rooms share is asked for beside the room, so that neither waits for the other. */
const open = async (
  room: Promise<CustomElementConstructor>,
  ...beside: Promise<unknown>[]
): Promise<CustomElementConstructor> => {
  const [element] = await Promise.all([room, import('./contact.ts'), ...beside]);
  return element;
};

/** Its element is called after it, if it has no name of its own. */
type Listed = Omit<Room, 'tag'> & Partial<Pick<Room, 'tag'>>;

const listed: Readonly<Record<string, Listed>> = {
  home: { load: () => FdHome, isFirst: true },
  'sign-in': {
    task: true,
    load: () => open(import('./sign-in/fd-sign-in.ts').then((room) => room.FdSignIn)),
  },
  find: {
    task: true,
    load: () => open(import('./find/fd-find.ts').then((room) => room.FdFind)),
    title: 'findOrder',
  },
  orders: {
    personal: true,
    load: () => open(import('./orders/fd-orders.ts').then((room) => room.FdOrders)),
  },
  order: {
    personal: true,
    load: () => open(import('./order/fd-order.ts').then((room) => room.FdOrder)),
    title: orderTitle,
    titled: (desk, place) => readOf(desk, place).$state,
  },
  cancel: {
    personal: true,
    task: true,
    load: () => open(import('./cancel/fd-cancel.ts').then((room) => room.FdCancel)),
    title: 'cancelOrder',
  },
  edit: {
    personal: true,
    task: true,
    load: () => open(import('./edit/fd-edit.ts').then((room) => room.FdEdit)),
    title: 'changeOrder',
  },
  return: {
    personal: true,
    task: true,
    load: () => open(import('./return/fd-return.ts').then((room) => room.FdReturn)),
    title: 'returnTitle',
  },
  returns: {
    tag: 'fd-return-orders',
    load: () =>
      open(import('./return-orders/fd-return-orders.ts').then((room) => room.FdReturnOrders)),
  },
  returned: {
    personal: true,
    task: true,
    load: () => open(import('./returned/fd-returned.ts').then((room) => room.FdReturned)),
    title: 'returnTitle',
  },
  choose: {
    personal: true,
    task: true,
    load: () => open(import('./choose/fd-choose.ts').then((room) => room.FdChoose)),
    title: 'returnTitle',
  },
  report: {
    personal: true,
    task: true,
    load: () => open(import('./report/fd-report.ts').then((room) => room.FdReport)),
    title: 'somethingWrong',
  },
  again: {
    personal: true,
    task: true,
    load: () => open(import('./again/fd-again.ts').then((room) => room.FdAgain)),
    title: 'buyAgain',
  },
  address: {
    personal: true,
    task: true,
    load: () => open(import('./address/fd-address.ts').then((room) => room.FdAddress)),
    title: 'ownAddress',
  },
  wishlist: {
    load: () =>
      open(
        import('./wishlist/fd-wishlist.ts').then((room) => room.FdWishlist),
        import('../stores/wishlists.ts'),
      ),
  },
  wish: {
    task: true,
    load: () =>
      open(
        import('./wish/fd-wish.ts').then((room) => room.FdWish),
        import('../stores/wishlists.ts'),
      ),
    title: 'saved',
  },
  share: {
    task: true,
    load: () =>
      open(
        import('./share/fd-share.ts').then((room) => room.FdShare),
        import('../stores/wishlists.ts'),
      ),
    title: 'saved',
  },
  shared: {
    task: true,
    load: () =>
      open(
        import('./shared/fd-shared.ts').then((room) => room.FdShared),
        import('../stores/wishlists.ts'),
      ),
  },
  mails: {
    task: true,
    load: () => open(import('./mails/fd-mails.ts').then((room) => room.FdMails)),
  },
  'for-you': {
    load: () => open(import('./for-you/fd-for-you.ts').then((room) => room.FdForYou)),
  },
  'known-events': {
    task: true,
    load: () =>
      open(import('./known-events/fd-known-events.ts').then((room) => room.FdKnownEvents)),
  },
  chat: {
    tag: 'fd-chat',
    load: () => open(import('./chat/fd-chat.ts').then((room) => room.FdChat)),
  },
  talk: {
    tag: 'fd-chat',
    task: true,
    load: () => open(import('./chat/fd-chat.ts').then((room) => room.FdChat)),
    title: ({ shop }) => shop?.name ?? '',
  },
  account: {
    personal: true,
    task: true,
    load: () => open(import('./account/fd-account.ts').then((room) => room.FdAccount)),
    title: 'account',
  },
} satisfies Record<CountedRoom, Listed>;

const rooms: Readonly<Record<string, Room>> = Object.fromEntries(
  Object.entries(listed).map(([name, room]) => [name, { tag: `fd-${name}`, ...room }]),
);

/** A room's element, for one place. */
export function makeRoom({ tag }: Room, desk: Desk, { id, step }: Place): RoomHost {
  return Object.assign(document.createElement(tag) as RoomHost, { desk, order: id, step });
}

/** Is there such a room at all? */
export const hasRoom = (name: string): boolean => name in rooms;

const readOf = ({ order, tracking, session }: Desk, { id = '' }: Place) =>
  session.$session.get().kind === 'guest' ? tracking(id) : order(id);

function orderTitle(desk: Desk, place: Place): string {
  const { value } = readOf(desk, place).$state.get();
  return value ? desk.words.text('orderNumber', { number: value.number }) : '';
}

/** The room of this name; home for a name there is no room for, or that this shop does not offer. */
export function findRoom(name: string, desk: Desk): Room {
  const { home } = desk.config;
  return (name !== 'home' && isOffered(name, desk) && rooms[name]) || rooms[home]!;
}

export interface Tab {
  readonly room: string;
  readonly word: PlainKey;
  readonly icon: IconName;
}
const tabs: readonly Tab[] = [
  { room: 'home', word: 'home', icon: 'home' },
  { room: 'orders', word: 'orders', icon: 'box' },
  { room: 'wishlist', word: 'saved', icon: 'heart' },
  { room: 'for-you', word: 'forYou', icon: 'spark' },
  { room: 'chat', word: 'ask', icon: 'chat' },
];

/** The tabs this shop has; one alone is none. */
export function tabsOf(desk: Desk): readonly Tab[] {
  const offered = tabs.filter(({ room }) => isOffered(room, desk));
  return offered.length > 1 ? offered : [];
}

/** Rooms that a merchant may leave out, and that a backend may not be able to fill. */
const NEEDS: Readonly<Record<string, keyof Capabilities>> = {
  orders: 'orders',
  chat: 'chat',
  talk: 'chat',
  find: 'guestTracking',
  wishlist: 'wishlists',
  'for-you': 'recommendations',
  'known-events': 'events',
};

function isOffered(room: string, { config, shop }: Desk): boolean {
  const can = shop?.capabilities;
  const need = NEEDS[room];
  return !need || (config.rooms?.includes(room) !== false && !!(can?.[need] ?? !can));
}
