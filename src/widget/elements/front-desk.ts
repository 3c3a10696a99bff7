import type { Early, Panel, Sources } from '../loader/sources.ts';
import css from '../loader/launcher.css?literal';

const BELL = 'M4.5 16.5a7.5 7.5 0 0 1 15 0M3.5 16.5h17m-15 3h13M12 9V6.2m-1.8-1h3.6';
const CLOSE = 'm6 6 12 12m0-12L6 18';
const SVG = 'http://www.w3.org/2000/svg';
/** Longer than this and the shopper is told how else to reach the shop. */
const PATIENCE = 5000;

const make = <K extends keyof HTMLElementTagNameMap>(tag: K) => document.createElement(tag);
const path = (d: string) => {
  const drawn = document.createElementNS(SVG, 'path');
  drawn.setAttribute('d', d);
  return drawn;
};

/**
 * The round button in the corner, and behind it the whole desk. It is a plain element built with
 * DOM calls, so that it passes Trusted Types and weighs next to nothing; the panel's code comes
 * when a shopper shows interest. Before that there is no request and nothing stored.
 *
 * @summary The help button that opens the shop's front desk.
 * @attr {string} api - Where the backend answers, as in https://desk.shop.example. Left out, the page's own site.
 * @attr {string} shop - Which shop, where the backend serves several.
 * @attr {string} label - The button's name, and the words that slide out of it. Default: Help.
 * @attr {'end' | 'start'} position - Which side of the page. Default: end.
 * @attr {string} offset - Distances from the side and from the bottom, as CSS lengths: "24px 80px". Default: 24px.
 * @attr {string} accent - The brand's colour, any CSS colour. The same as --fd-accent.
 * @attr {'light' | 'dark' | 'auto'} scheme - Light or dark, or as the visitor's system has it. Default: light.
 * @attr {string} locale - BCP 47 language. Default: the page's lang.
 * @attr {string} rooms - Rooms to offer, with blanks between. Default: all the backend can do.
 * @attr {string} hidden-paths - Paths without the button, with blanks between; a * at the end stands for anything: "/checkout* /login". Links still open the panel there.
 * @attr {'intent' | 'idle' | 'none'} preload - When the panel's code is fetched: at a hover or touch, already when the page has settled, or not before the tap. Default: intent.
 * @attr {string} fallback - Where to send a shopper when the panel cannot be had: mailto:, tel: or a page.
 * @attr {number} unread - A number on the button.
 *
 * @csspart launcher - The button.
 * @csspart panel - The panel.
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
 */
export class FrontDesk extends HTMLElement {
  static sources: Sources;
  static observedAttributes = ['label', 'offset', 'accent', 'scheme', 'unread', 'hidden-paths'];

  /** The launcher's own button: what opened the panel, unless a link of the page did. */
  readonly button = make('button');
  /** Painted in the tap, while the panel is on its way; holds the fallback if it never comes. */
  readonly waiting = make('p');
  /** Destroyed; it does not come back. */
  gone = false;

  #words = make('span');
  #badge = make('b');
  #early: Early | undefined;
  #life: AbortController | undefined;
  #panel: Promise<Panel> | undefined;
  #mounted = false;
  #wanted = false;
  #stays = false;
  #hash = '';

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.append(path(BELL), path(CLOSE));
    this.button.part.add('launcher');
    this.button.append(svg, this.#words, this.#badge);
    this.button.onclick = () => this.toggle();
    this.waiting.hidden = true;
    root.replaceChildren(this.waiting, this.button);
  }

  /** Opens the panel, at a room if one is named: "orders", "order/4182". */
  open(room?: string, opener: HTMLElement = this.button): void {
    this.#show(true);
    if (!this.#mounted) this.#ask();
    this.waiting.replaceChildren();
    // once the click is answered
    const paint = setTimeout(() => (this.waiting.hidden = false));
    const slow = setTimeout(this.#fail, PATIENCE);
    this.#load()
      .then((panel) => (this.#wanted ? panel.open(room, opener) : undefined), this.#fail)
      .finally(() => [paint, slow].map(clearTimeout));
  }

  close(): void {
    this.#show(false);
    this.waiting.hidden = true;
    void this.#panel?.then((panel) => panel.close());
  }

  toggle(): void {
    if (this.#wanted) this.close();
    else this.open();
  }

  /** Takes the desk off the page for good: nothing of it stays behind. */
  destroy(): void {
    this.gone = true;
    this.close();
    void this.#panel?.then((panel) => panel.destroy());
    this.remove();
  }

  connectedCallback(): void {
    // a page restored from a router's cache has a copy of the desk that the tag made
    if (!this.#stays && this.hasAttribute('made')) this.gone = true;
    if (this.gone) return this.remove();
    const { signal } = (this.#life = new AbortController());
    const on = (target: EventTarget, types: string, act: (event: Event) => void) => {
      for (const type of types.split(' '))
        target.addEventListener(type, act, { signal, passive: type !== 'click' });
    };
    on(document, 'click', (event) => this.#follow(event as MouseEvent));
    on(this, 'fd-close', () => this.#show(false));
    const look = () => this.#look();
    on(window, 'popstate', look);
    const { navigation } = window as { navigation?: EventTarget };
    if (navigation) on(navigation, 'currententrychange', look);
    else {
      // no word of a router's own steps, but nearly all of them write a new title
      const titles = new MutationObserver(look);
      titles.observe(document.head, { childList: true, characterData: true, subtree: true });
      on(signal, 'abort', () => titles.disconnect());
    }
    this.#draw();
    look();
    this.#warm(on);
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    this.#show(false);
    this.waiting.hidden = true;
    // not at once: whoever takes it out again and again must not freeze the page
    if (this.#stays) requestAnimationFrame(this.#settle);
  }

  attributeChangedCallback(): void {
    this.#draw();
  }

  /** Made by the script tag: into the page, and back after a router has swapped the body. */
  stay(): void {
    this.#stays = true;
    this.setAttribute('made', '');
    this.#settle();
  }

  #settle = () => {
    if (this.gone || this.isConnected) return;
    if (document.body) document.body.append(this);
    else requestAnimationFrame(this.#settle);
  };

  #said(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  #draw(): void {
    const label = this.#said('label') || 'Help';
    const unread = this.#said('unread').replace(/^0$/, '');
    this.#words.textContent = label;
    this.#badge.textContent = unread;
    this.button.ariaLabel = label + (unread && `, ${unread}`);
    const [x = '', y = x] = this.#said('offset').split(' ');
    const scheme = this.#said('scheme').replace('auto', 'light dark');
    const set = (name: string, value: string) => value && this.style.setProperty(name, value);
    set('--x', x);
    set('--y', y);
    set('--fd-scheme', scheme);
    set('--fd-accent', this.#said('accent'));
    this.button.hidden = this.#said('hidden-paths')
      .split(' ')
      .some(
        (one) =>
          one &&
          (one.endsWith('*')
            ? location.pathname.startsWith(one.slice(0, -1))
            : location.pathname === one),
      );
  }

  #show(open: boolean): void {
    this.#wanted = open;
    this.button.ariaExpanded = `${open}`;
  }

  /** The page has gone somewhere: is the button wanted there, does its hash name a room? */
  #look(): void {
    this.#draw();
    const { hash } = location;
    const [, room] =
      (hash !== this.#hash && this.#isFirst && /^#front-desk\/?(.*)/.exec(hash)) || [];
    this.#hash = hash;
    if (room !== undefined) this.open(room);
  }

  /** Links of the page speak to the first desk there is. */
  get #isFirst(): boolean {
    return document.querySelector('front-desk') === this;
  }

  #follow(event: MouseEvent): void {
    const link = event
      .composedPath()
      .find((node) => (node as Element).matches?.('[data-front-desk],a[href^="#front-desk"]')) as
      | HTMLElement
      | undefined;
    if (
      !link ||
      !this.#isFirst ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    this.open(link.dataset['frontDesk'] ?? link.getAttribute('href')!.slice(12), link);
  }

  #ask(): void {
    const shop = this.#said('shop');
    const ask = (what: string, init?: RequestInit) => {
      const asked = fetch(
        `${this.#said('api').replace(/\/$/, '')}/v1/${what}${shop && `?shop=${encodeURIComponent(shop)}`}`,
        init,
      );
      asked.catch(() => {}); // the panel hears of it; the shop's console need not
      return asked;
    };
    this.#early ??= {
      session: ask('session/refresh', {
        method: 'POST',
        credentials: 'include',
        headers: { 'x-front-desk': '1' },
      }),
      desk: ask('desk'),
    };
  }

  /** The code, fetched once; a failure may be tried again. */
  #load(): Promise<Panel> {
    return (this.#panel ??= this.#mount());
  }
  async #mount(): Promise<Panel> {
    const { sources } = FrontDesk;
    const locale = this.#said('locale') || document.documentElement.lang || navigator.language;
    try {
      const [{ mount }, phrases] = await Promise.all([
        sources.panel(),
        sources.phrases(locale.split('-')[0]!.toLowerCase()),
      ]);
      this.#mounted = true;
      return mount(this, locale, phrases, this.#early);
    } catch (error) {
      this.#panel = undefined;
      throw error;
    }
  }

  #fail = () => {
    const link = make('a');
    link.href = this.#said('fallback') || '/';
    link.textContent = link.href.replace(/^(mailto|tel):/, '');
    this.waiting.replaceChildren(link);
    this.waiting.hidden = !this.#wanted;
  };

  /** Fetches the code while the finger is still on its way. */
  #warm(on: (target: EventTarget, types: string, act: () => void) => void): void {
    const { saveData, effectiveType } =
      (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection ??
      {};
    const preload = this.#said('preload');
    if (preload === 'none' || saveData || /2g/.test(effectiveType ?? '')) return;
    const warm = () => void this.#load().catch(() => {});
    on(this.button, 'pointerenter focusin touchstart', warm);
    if (preload !== 'idle') return;
    const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(warm);
    if (document.readyState === 'complete') whenIdle();
    else on(window, 'load', whenIdle);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-desk': FrontDesk;
  }
}
