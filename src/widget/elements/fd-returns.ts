import type { Who } from '../config.ts';
import type { LoadPage, Page } from '../loader/load.ts';

/** Longer than this and the shopper is told how else to reach the shop. */
const PATIENCE = 5000;
/** Fetched a little before it is seen. */
const NEAR = '200px';

const css = `
  :host { display: block !important; min-block-size: 320px; }
  :host([hidden]) { display: none !important; }
`;

/**
 * A page for returns: who is there, which order, what goes back, and what comes of it. The same rooms
 * as behind the launcher, as a part of the shop's page. It weighs next to nothing until it comes into
 * view; before that there is no request.
 *
 * @summary Returns, on a page of the shop.
 * @attr {string} api - Where the backend answers, as in https://desk.shop.example. Left out, the page's own site.
 * @attr {string} shop - Which shop, where the backend serves several.
 * @attr {string} identity - Who is signed in at the shop: a signed token, or a path of the shop that answers with one; empty when nobody is.
 * @attr {string} order - The order to begin with, by its number. Default: the shopper chooses.
 * @attr {string} locale - BCP 47 language. Default: the page's lang.
 * @attr {string} fallback - Where to send a shopper when the page cannot be had: mailto:, tel: or a page.
 * @attr {string} cart - How things come into the shop's cart, as with the desk. Default: nothing can be bought here.
 *
 * @csspart header - The way back, and where this is.
 * @csspart body - The room.
 *
 * @cssproperty [--fd-accent=#24523f] - The brand's colour; this and all others as with the desk.
 * @cssproperty [--fd-scheme=light] - light, dark, or "light dark" to follow the visitor.
 *
 * @fires {FdCartAddEvent} fd-cart-add - The shopper wants something in the cart; the page may put it there itself.
 * @fires {FdCartAddedEvent} fd-cart-added - Something is in the cart now.
 */
export class FdReturns extends HTMLElement {
  /** @internal Fetches the page and a language's words; set by whoever defines the element. */
  declare static load: LoadPage;

  /** @internal What identify() was told last. */
  declare who: Who | undefined;

  readonly #waiting = document.createElement('p');
  #page: Promise<Page | undefined> | undefined;
  #view: IntersectionObserver | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  }

  /**
   * Says who is signed in at the shop: a signed token, or better a function that gets a new one
   * whenever it is needed. Null when the shopper has just signed out there.
   */
  identify(who: Who): void {
    this.who = who;
    void this.#page?.then((page) => page?.refresh());
  }

  connectedCallback(): void {
    this.#view = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#load(),
      { rootMargin: NEAR },
    );
    this.#view.observe(this);
  }

  disconnectedCallback(): void {
    this.#view?.disconnect();
    // moved to another place of the page it goes on
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  #leave(): void {
    void this.#page?.then((page) => page?.destroy());
    this.#page = undefined;
    this.#waiting.remove();
  }

  #load(): void {
    if (this.#page) return;
    const locale =
      this.getAttribute('locale') || document.documentElement.lang || navigator.language;
    const slow = setTimeout(() => this.#fail(), PATIENCE);
    const coming: Promise<Page | undefined> = FdReturns.load(
      locale.toLowerCase().split('-')[0]!,
    ).then(
      ([{ mount }, words]) => {
        // it left while this was on its way
        if (this.#page !== coming) return undefined;
        this.#waiting.remove();
        return mount(this, locale, words);
      },
      () => {
        this.#fail();
        if (this.#page === coming) this.#page = undefined;
        return undefined;
      },
    );
    this.#page = coming;
    void coming.finally(() => clearTimeout(slow));
  }

  #fail(): void {
    if (!this.isConnected) return;
    const link = document.createElement('a');
    link.href = this.getAttribute('fallback') || '/';
    link.textContent = link.href.replace(/^(mailto|tel):/, '');
    this.#waiting.replaceChildren(link);
    this.shadowRoot!.append(this.#waiting);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fd-returns': FdReturns;
  }
}
