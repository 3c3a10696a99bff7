import { html, type TemplateResult } from 'lit';
import type { PlainKey } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import type { Place } from '../stores/route.ts';
import type { IconName } from '../ui/icon.ts';
import { FdHome } from './home/fd-home.ts';

export interface Room {
  /** The custom element's name. */
  readonly tag: string;
  /** Its class: at hand, or in a chunk of its own. */
  load(): Promise<CustomElementConstructor> | CustomElementConstructor;
  render(desk: Desk, place: Place): TemplateResult;
  /** A task hides the tabs and shows a way back. */
  readonly task?: boolean;
  /** Shows what is somebody's: a link that leads here lets nobody sign in first. */
  readonly personal?: boolean;
  /** What stands in the bar; the room's own heading says the rest. */
  title?(desk: Desk, place: Place): string;
}

const rooms: Readonly<Record<string, Room>> = {
  home: {
    tag: 'fd-home',
    load: () => FdHome,
    render: (desk) => html`<fd-home .desk=${desk}></fd-home>`,
  },
  'sign-in': {
    tag: 'fd-sign-in',
    task: true,
    load: async () => (await import('./sign-in/fd-sign-in.ts')).FdSignIn,
    render: (desk, { id }) => html`<fd-sign-in .desk=${desk} .order=${id}></fd-sign-in>`,
  },
  find: {
    tag: 'fd-find',
    task: true,
    load: async () => (await import('./find/fd-find.ts')).FdFind,
    title: ({ words }) => words.text('findOrder'),
    render: (desk) => html`<fd-find .desk=${desk}></fd-find>`,
  },
  orders: {
    tag: 'fd-orders',
    personal: true,
    load: async () => (await import('./orders/fd-orders.ts')).FdOrders,
    render: (desk) => html`<fd-orders .desk=${desk}></fd-orders>`,
  },
  order: {
    tag: 'fd-order',
    personal: true,
    load: async () => (await import('./order/fd-order.ts')).FdOrder,
    title: orderTitle,
    render: (desk, { id = '' }) => html`<fd-order .desk=${desk} .order=${id}></fd-order>`,
  },
  account: {
    tag: 'fd-account',
    personal: true,
    task: true,
    load: async () => (await import('./account/fd-account.ts')).FdAccount,
    title: ({ words }) => words.text('account'),
    render: (desk) => html`<fd-account .desk=${desk}></fd-account>`,
  },
};

function orderTitle({ words, order, tracking, session }: Desk, { id = '' }: Place): string {
  const read = session.$session.get().kind === 'guest' ? tracking(id) : order(id);
  const { value } = read.$state.get();
  return value ? words.text('orderNumber', { number: value.number }) : '';
}

/** The room of this name; home for a name there is no room for, or that this shop does not offer. */
export function findRoom(name: string, desk: Desk): Room {
  return (isOffered(name, desk) && rooms[name]) || rooms['home']!;
}

/** Makes sure that a room can be shown: gets its class and registers it. */
export async function openRoom({ tag, load }: Room): Promise<void> {
  const element = await load();
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** True when a room needs no waiting. */
export const isOpen = ({ tag }: Room): boolean => !!customElements.get(tag);

export interface Tab {
  readonly room: string;
  readonly word: PlainKey;
  readonly icon: IconName;
}
const tabs: readonly Tab[] = [
  { room: 'home', word: 'home', icon: 'home' },
  { room: 'orders', word: 'orders', icon: 'box' },
];

/** The tabs this shop has; one alone is none. */
export function tabsOf(desk: Desk): readonly Tab[] {
  const offered = tabs.filter(({ room }) => isOffered(room, desk));
  return offered.length > 1 ? offered : [];
}

const NEEDS = { orders: 'orders', find: 'guestTracking' } as const;

function isOffered(room: string, { config, info }: Desk): boolean {
  const can = info.$state.get().value?.capabilities;
  const need = (NEEDS as Partial<Record<string, keyof NonNullable<typeof can>>>)[room];
  const wanted = room === 'home' || config.rooms?.includes(room) !== false;
  return wanted && !(can && need && !can[need]);
}
