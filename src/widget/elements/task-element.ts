import type { DeskConfig, Who } from '../config.ts';
import type { LoadPage, Page } from '../loader/load.ts';

/** Longer than this and the shopper is told how else to reach the shop. */
const PATIENCE = 5000;
/** Fetched a little before it is seen. */
const NEAR = '200px';

const css = `
  :host { display: block !important; min-block-size: 320px; }
  :host([hidden]) { display: none !important; }
  a { color: inherit; }
`;

type Task = Exclude<DeskConfig['home'], 'home'>;

/**
 * An element of the page with one task: rooms of the desk as a part of the page, which come once it is
 * near the view. Before that there is no request.
 */
export abstract class TaskElement extends HTMLElement {
  /** @internal Fetches the page and a language's words; set by whoever defines the element. */
  declare static load: LoadPage;

  /** @internal The room it begins in. */
  abstract readonly home: Task;

  /** @internal What identify() was told last. */
  declare who: Who | undefined;
  /** @internal Whom the page had named when they signed out here. */
  declare out: Who | undefined;

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
    this.out = undefined;
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
    const coming: Promise<Page | undefined> = (this.constructor as typeof TaskElement)
      .load(locale.toLowerCase().split('-')[0]!)
      .then(
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
