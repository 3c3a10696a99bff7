/**
 * `front-desk/api`: the desk of this page, from a script. What is said before the tag's file has made
 * it waits in the tag's queue.
 */
import type { FdCartAddedEvent, FdCartAddEvent } from './cart/cart-events.ts';
import type { ToldEvent, Who } from './config.ts';
import type { FdCloseEvent, FdOpenEvent } from './elements/events.ts';
import type { FrontDesk } from './elements/front-desk.ts';
import type { Call } from './loader/call.ts';
import type { FdWishlistChangeEvent } from './saving/wishlist-event.ts';

/** What the elements tell; all of it bubbles to the page's document. */
export interface DeskEvents {
  'fd-open': FdOpenEvent;
  'fd-close': FdCloseEvent;
  'fd-cart-add': FdCartAddEvent;
  'fd-cart-added': FdCartAddedEvent;
  'fd-wishlist-change': FdWishlistChangeEvent;
}

export interface DeskApi {
  /**
   * Opens the panel, at a room if one is named: "orders", "order/4182".
   * @queue ['open', 'orders']
   */
  open(room?: string): void;
  /**
   * Closes the panel; what was typed in it stays.
   * @queue ['close']
   */
  close(): void;
  /**
   * Opens or closes, as the button does.
   * @queue ['toggle']
   */
  toggle(): void;
  /**
   * Says who is signed in at the shop: a signed token, or better a function that gets a new one
   * whenever it is needed.
   * @queue ['identify', getToken]
   */
  identify(who: Who): void;
  /**
   * Signs the shopper out of the desk, in every tab.
   * @queue ['identify', null]
   */
  signOut(): void;
  /**
   * Says what the shopper did on the page, as in `{ type: 'product_viewed', product: 'coat' }`.
   * @queue ['track', event]
   */
  track(event: ToldEvent): void;
  /**
   * A BCP 47 language in place of the page's own.
   * @queue ['locale', 'de']
   */
  setLocale(locale: string): void;
  /**
   * Light or dark, or as the visitor's system has it.
   * @queue ['scheme', 'auto']
   */
  setScheme(scheme: 'light' | 'dark' | 'auto'): void;
  /**
   * What the shopper agreed to, as the attribute has it; empty takes it back.
   * @queue ['consent', 'analytics']
   */
  setConsent(consent: string): void;
  /**
   * The number on the button; 0 for none.
   * @queue ['unread', 2]
   */
  setUnread(count: number): void;
  /** The number on the button. */
  readonly unread: number;
  /** Listens to the desk and the elements of this page. What it returns ends that. */
  on<Type extends keyof DeskEvents>(type: Type, act: (event: DeskEvents[Type]) => void): () => void;
  /** Listens no more. */
  off<Type extends keyof DeskEvents>(type: Type, act: (event: DeskEvents[Type]) => void): void;
  /**
   * Takes the desk off the page for good: nothing of it stays behind.
   * @queue ['destroy']
   */
  destroy(): void;
}

export const frontDesk: DeskApi = {
  open: (room) => tell((desk) => desk.open(room), ['open', room]),
  close: () => tell((desk) => desk.close(), ['close']),
  toggle: () => tell((desk) => desk.toggle(), ['toggle']),
  identify: (who) => tell((desk) => desk.identify(who), ['identify', who]),
  signOut: () => frontDesk.identify(null),
  track: (event) => tell((desk) => desk.track(event), ['track', event]),
  setLocale: (locale) => say('locale', locale),
  setScheme: (scheme) => say('scheme', scheme),
  setConsent: (consent) => say('consent', consent),
  setUnread: (count) => say('unread', String(count)),
  get unread() {
    return Number(findDesk()?.getAttribute('unread')) || 0;
  },
  on(type, act) {
    document.addEventListener(type, act);
    return () => frontDesk.off(type, act);
  },
  off: (type, act) => document.removeEventListener(type, act),
  destroy: () => tell((desk) => desk.destroy(), ['destroy']),
};

const findDesk = () => document.querySelector<FrontDesk>('front-desk');

function tell(act: (desk: FrontDesk) => void, call: Call): void {
  const desk = findDesk();
  if (!desk) (window.FrontDesk ??= []).push(call);
  // in the page, but perhaps not yet what it will be
  else if (desk.matches(':defined')) act(desk);
  else void customElements.whenDefined('front-desk').then(() => act(desk));
}

function say(attribute: Call[0], value: string): void {
  tell((desk) => desk.setAttribute(attribute, value), [attribute, value]);
}
