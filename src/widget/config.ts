import type { BehaviourEvent } from '../contract/events.ts';

/**
 * What a merchant may say, as attributes of `<front-desk>` or, with `data-` before the name, of
 * the script tag.
 */
export interface DeskConfig {
  /** Where the backend answers, without a trailing slash; empty is the page's own site. */
  readonly api: string;
  /** Which shop, where the backend serves several. */
  readonly shop: string | undefined;
  /** Rooms to offer; undefined is all that the backend can do. */
  readonly rooms: readonly string[] | undefined;
  /** BCP 47; the page's `lang` where it is not said. */
  readonly locale: string;
  /** Where to send a shopper when the panel or its backend cannot be had. */
  readonly fallback: string | undefined;
  /** How things come into the shop's cart: src/widget/cart/; undefined where they cannot. */
  readonly cart: string | undefined;
  /** The room it begins in: the desk's own, or that of an element with one task. */
  readonly home: 'home' | 'returns' | 'find';
}

/**
 * Who is signed in at the shop, as its page knows it: a token; a path of the shop that answers with
 * one; a function that gets one, asked whenever the session is renewed. Empty: nobody is. Null:
 * somebody has just signed out.
 */
export type Who = string | null | (() => Promise<string | null>);

const list = (text: string | null) => text?.split(/[\s,]+/).filter(Boolean);

type Told<Event> = Event extends { type: 'room_opened' }
  ? { type: 'room_opened'; room: string }
  : Event extends unknown
    ? Omit<Event, 'id' | 'secondsAgo'>
    : never;
/** What a shopper did, as a page or the panel tells it. Only the rooms there are are counted. */
export type ToldEvent = Told<BehaviourEvent>;

/** Attributes in, one typed object out. */
export function readConfig(element: Element): Omit<DeskConfig, 'home'> {
  const said = (name: string) => element.getAttribute(name) || undefined;
  return {
    api: (said('api') ?? '').replace(/\/+$/, ''),
    shop: said('shop'),
    rooms: list(element.getAttribute('rooms')),
    locale: said('locale') ?? (document.documentElement.lang || navigator.language),
    fallback: said('fallback'),
    cart: said('cart'),
  };
}
