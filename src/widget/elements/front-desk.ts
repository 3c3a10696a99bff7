import type { ToldEvent, Who } from '../config.ts';
import type { Early, Load, LoadCollector, Panel } from '../loader/load.ts';
import type { Signals } from '../host/signals.ts';
import type { WishBox } from '../saving/wish-box.ts';
import type { WishCounts } from '../saving/wish-counts.ts';
import css from '../loader/launcher.css?literal';

const BELL = 'M4.5 16.5a7.5 7.5 0 0 1 15 0M3.5 16.5h17m-15 3h13M12 9V6.2m-1.8-1h3.6';
const CLOSE = 'm6 6 12 12m0-12L6 18';
/** Longer than this and the shopper is told how else to reach the shop. */
const PATIENCE = 5000;
/** How often a browser without the Navigation API is asked where the page is. */
const OFTEN = 500;

const make = <K extends keyof HTMLElementTagNameMap>(tag: K) => document.createElement(tag);
const draw = (tag: string) => document.createElementNS('http://www.w3.org/2000/svg', tag);

/**
 * The round button in the corner, and behind it the whole desk. It is a plain element built with
 * DOM calls, so that it passes Trusted Types and weighs next to nothing; the panel's code comes
 * when a shopper shows interest. Before that there is no request and nothing stored.
 *
 * @summary The help button that opens the shop's front desk.
 * @attr {string} api - Where the backend answers, as in https://desk.shop.example. Left out, the page's own site.
 * @attr {string} shop - Which shop, where the backend serves several.
 * @attr {string} identity - Who is signed in at the shop: a signed token, or a path of the shop that answers with one; empty when nobody is.
 * @attr {string} label - The button's name, and the words that slide out of it. Default: Help.
 * @attr {'end' | 'start'} position - Which side of the page. Default: end.
 * @attr {string} offset - Distances from the side and from the bottom, as CSS lengths: "24px 80px". Default: 24px.
 * @attr {string} accent - The brand's colour, any CSS colour. The same as --fd-accent.
 * @attr {'light' | 'dark' | 'auto'} scheme - Light or dark, or as the visitor's system has it. Default: light.
 * @attr {string} locale - BCP 47 language. Default: the page's lang.
 * @attr {string} rooms - Rooms to offer, with blanks between. Default: all the backend can do.
 * @attr {string} hidden-paths - Paths without the button, with blanks between; each stands for itself and all below it: "/checkout /login". Links still open the panel there.
 * @attr {'intent' | 'idle' | 'none'} preload - When the panel's code is fetched: at a hover or touch, already when the page has loaded, or not before the tap. Default: intent.
 * @attr {string} fallback - Where to send a shopper when the panel cannot be had: mailto:, tel: or a page.
 * @attr {string} cart - How things come into the shop's cart: "event", "shopify", "woocommerce" or "url:" and a template. Default: nothing can be bought in the desk.
 * @attr {string} consent - What the shopper agreed to: "analytics", or "personalization", which is known by name as well; "shopify", "google" or "tcf" ask the shop's consent tool, and "ask" lets the panel ask. Default: nothing, and nothing is collected.
 * @attr {number} unread - A number on the button. While the page sets none, answers that come while the panel is closed are counted here.
 *
 * @slot brand - A mark of the shop's own in the place of its name, put in before the panel is first opened.
 *
 * @csspart panel - The card or sheet.
 * @csspart header - Its bar: the shop's name, or the room's title.
 * @csspart body - What scrolls: the room.
 * @csspart tabs - The tabs.
 *
 * @cssproperty [--fd-accent=#24523f] - The brand's colour.
 * @cssproperty --fd-on-accent - Text on it. Default: black or white, whichever reads better.
 * @cssproperty [--fd-surface=#fff] - The panel's ground in the light.
 * @cssproperty [--fd-text=#16181a] - Text on it.
 * @cssproperty [--fd-radius=14px] - Corners, 0 to 20px; all others follow.
 * @cssproperty [--fd-font=system-ui] - Text.
 * @cssproperty --fd-font-display - Headings. Default: as --fd-font.
 * @cssproperty [--fd-display-weight=600] - Weight of headings; 400 for a serif.
 *
 * @fires {FdOpenEvent} fd-open - The shopper sees the panel.
 * @fires {FdCloseEvent} fd-close - The panel has gone.
 * @fires {FdCartAddEvent} fd-cart-add - The shopper wants something in the cart; the page may put it there itself.
 * @fires {FdCartAddedEvent} fd-cart-added - Something is in the cart now.
 */
export class FrontDesk extends HTMLElement {
  /** @internal Fetches the panel and a language's words; set by whoever defines the element. */
  declare static load: Load;
  /** @internal Fetches what sends events; set as `load` is. */
  declare static events: LoadCollector;
  static observedAttributes = ['label', 'unread', 'consent'];

  /** @internal The launcher's own button: what opened the panel, unless a link of the page did. */
  readonly button = make('button');
  /** @internal Painted in the tap, while the panel is on its way; holds the fallback if it never comes. */
  readonly waiting = make('p');
  /** @internal Destroyed; it does not come back. */
  declare gone: boolean | undefined;
  /** @internal What identify() was told last. */
  declare who: Who | undefined;
  /** @internal Whom the page had named when they signed out at the desk; the panel sets it. */
  declare out: Who | undefined;
  /** @internal What the page's wishlist buttons share; the first of them sets it. */
  declare wishes: WishBox | undefined;
  /** @internal */
  declare counts: WishCounts | undefined;
  /** @internal What is collected, once the collector is there; it sets itself. */
  declare signals: Signals | undefined;
  /** @internal Once it is built; it sets itself. */
  declare panel: Panel | undefined;

  #words = make('span');
  #badge = make('b');
  #path = draw('path');
  #early: Early | undefined;
  #life: AbortController | undefined;
  #panel: Promise<Panel | undefined> | undefined;
  #wanted: boolean | undefined;
  #hash: string | undefined;
  #asking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const { button, waiting } = this;
    const icon = draw('svg');
    icon.setAttribute('viewBox', '0 0 24 24');
    icon.append(this.#path);
    button.append(icon, this.#words, this.#badge);
    button.onclick = () => this.toggle();
    root.append(waiting, button);
    this.#show(false);
  }

  /** Opens the panel, at a room if one is named: "orders", "order/4182". */
  open(room?: string, opener: HTMLElement = this.button): void {
    this.#show(true);
    this.waiting.hidden = !!this.panel;
    // the code before the data: it is what the shopper waits for longest
    const coming = this.load();
    if (!this.panel) this.#ask();
    const slow = setTimeout(this.#fail, PATIENCE);
    void coming.then((panel) => {
      clearTimeout(slow);
      if (!panel) this.#fail();
      else if (this.#wanted) void panel.open(room, opener);
    });
  }

  /** Closes the panel; what was typed in it stays. */
  close(): void {
    this.#show(false);
    this.panel?.close();
  }

  /** Opens or closes, as the button does. */
  toggle(): void {
    if (this.#wanted) this.close();
    else this.open();
  }

  /**
   * Says who is signed in at the shop: a signed token, or better a function that gets a new one
   * whenever it is needed. Null when the shopper has just signed out there.
   */
  identify(who: Who): void {
    this.who = who;
    // one who has signed out may be at the desk of another tab
    void (who ?? this.load());
  }

  /**
   * Says what the shopper did on the page, as in `{ type: 'product_viewed', product: 'coat' }`.
   * Where nobody has said `consent` nothing comes of it.
   */
  track(event?: ToldEvent): void {
    if (this.#said('consent'))
      void FrontDesk.events().then(
        ({ mount }) => mount(this, event),
        () => {},
      );
  }

  /** Takes the desk off the page for good: nothing of it stays behind. */
  destroy(): void {
    this.gone = true;
    this.panel?.destroy();
    this.remove();
  }

  connectedCallback(): void {
    if (this.gone) return;
    const { signal } = (this.#life = new AbortController());
    const on: Listen = (target, type, act) =>
      target.addEventListener(type, act as EventListener, { signal });
    on(document, 'click', (event) => this.#follow(event as MouseEvent));
    on(this, 'fd-close', () => this.#show(false));
    const { navigation } = window as { navigation?: EventTarget };
    // the page has gone somewhere: is the button wanted there, does its hash name a room?
    const look = () => {
      const { hash, pathname } = location;
      this.button.hidden = this.#said('hidden-paths')
        .split(' ')
        .some((one) => one && `${pathname}/`.startsWith(`${one}/`));
      if (hash === this.#hash) return;
      this.#hash = hash;
      // of two desks the first one is meant
      if (hash.startsWith('#front-desk') && document.querySelector('front-desk') === this)
        this.open(hash.slice(12));
    };
    if (navigation) on(navigation, 'currententrychange', look);
    // there a router's own steps are told to nobody, and the page's history is not ours to patch
    else this.#asking = setInterval(look, OFTEN);
    const [x, y = x] = this.#said('offset').split(' ') as [string, string?];
    const set = (name: string, value: string) => value && this.style.setProperty(name, value);
    set('--x', x);
    set('--y', y);
    set('--fd-accent', this.#said('accent'));
    this.attributeChangedCallback();
    look();
    this.#warm(on);
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    clearInterval(this.#asking);
    this.#show(false);
  }

  attributeChangedCallback(): void {
    const label = (this.#words.textContent = this.#said('label') || 'Help');
    const unread = (this.#badge.textContent = (+this.#said('unread') || '') as string);
    this.button.ariaLabel = label + (unread && `, ${unread}`);
    this.track();
  }

  #said(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  #show(open: boolean): void {
    this.#wanted = open;
    this.button.ariaExpanded = open as unknown as string; // it becomes the word
    this.#path.setAttribute('d', open ? CLOSE : BELL);
    this.waiting.replaceChildren();
    this.waiting.hidden = true;
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>(
      '[data-front-desk],[href^="#front-desk"]',
    );
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.open(link.dataset['frontDesk'] ?? link.hash.slice(12), link);
  }

  #ask(): void {
    const shop = this.#said('shop');
    const ask = (path: string, init?: RequestInit) => {
      const api = this.#said('api').replace(/\/$/, '');
      const asked = fetch(`${api}/v1/${path}${shop && `?shop=${shop}`}`, init);
      asked.catch(() => {}); // the panel hears of it; the shop's console need not
      return asked;
    };
    this.#early = {
      session: ask('session/refresh', {
        credentials: 'include',
        method: 'POST',
        keepalive: true, // the cookie it is answered with is wanted though the page goes
        headers: { 'x-front-desk': '1' },
      }),
      desk: ask('desk'),
    };
  }

  /** Fetches the panel's code before it is needed, once. Undefined where it did not come: try again then. */
  load(): Promise<Panel | undefined> {
    const locale = this.#said('locale') || document.documentElement.lang || navigator.language;
    return (this.#panel ??= FrontDesk.load(locale.toLowerCase().split('-')[0]!).then(
      ([{ mount }, words]) => mount(this, locale, words, this.#early),
      () => (this.#panel = undefined),
    ));
  }

  #fail = () => {
    if (!this.#wanted) return;
    const link = make('a');
    link.href = this.#said('fallback') || '/';
    link.textContent = link.href.replace(/^(mailto|tel):/, '');
    this.waiting.replaceChildren(link);
    this.waiting.hidden = false;
  };

  /** Fetches the code while the finger is still on its way. */
  #warm(on: Listen): void {
    const preload = this.#said('preload');
    if (preload === 'none') return;
    const warm = () => {
      // asked no sooner than this: it costs a page more memory than the button itself
      const { connection = {} } = navigator as { connection?: Connection };
      const isDear = connection.saveData || /2g/.test(connection.effectiveType as string);
      if (!isDear) void this.load();
    };
    this.button.onpointerenter = this.button.onfocus = warm;
    if (preload === 'idle') {
      if (document.readyState === 'complete') warm();
      else on(window, 'load', warm);
    }
  }
}

type Listen = (target: EventTarget, type: string, act: (event: Event) => void) => void;

/** Not in every browser. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'front-desk': FrontDesk;
  }
}
