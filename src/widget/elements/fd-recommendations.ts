import { RecommendationList as shape } from '../../contract/guards/recommendations.ts';
import type { Recommendation, RecommendationList } from '../../contract/recommendations.ts';
import { placements, type Placement } from '../../contract/placements.ts';
import { addToCart } from '../cart/add-to-cart.ts';
import { fits } from '../client/guard.ts';
import { dismissedOf, type Dismissed } from '../host/dismissed.ts';
import { onLanguage } from '../host/on-language.ts';
import { stripCard } from '../strips/strip-card.ts';
import { stripWordsIn } from '../strips/strip-words.ts';
import css from '../strips/strip.css?literal';

/** Asked for a little before it is seen. */
const NEAR = '200px';
const PATIENCE = 10_000;
/** Out of the flow: no gap of a grid is kept for it. */
const AWAY = ':host { position: absolute !important }';

/**
 * Products that go with a page, each with its reason: a strip that scrolls sideways. It asks once it comes
 * near the view, and takes no room where there is nothing to show.
 *
 * @summary Recommendations, on a page of the shop.
 * @attr {'product' | 'cart' | 'home' | 'order' | 'after-change' | 'wishlist' | 'search-empty'} placement - Where it stands. Default: home.
 * @attr {string} product - What it stands beside: product ids between commas, the latest last.
 * @attr {string} in-cart - What is in the cart: product ids between commas.
 * @attr {string} heading - Its heading. Default: by the placement, in the shopper's language.
 * @attr {number} limit - So many products at most, 1 to 24. Default: 12.
 * @attr {string} api - Where the backend answers. Default: as the desk of the page.
 * @attr {string} shop - Which shop, where the backend serves several. Default: as the desk of the page.
 * @attr {string} locale - BCP 47 language. Default: the page's lang.
 * @attr {string} cart - How things come into the shop's cart. Default: as the desk of the page; with neither nothing can be added from here.
 *
 * @csspart heading - The heading.
 * @csspart strip - The list that scrolls.
 *
 * @fires {FdCartAddEvent} fd-cart-add - The shopper wants something in the cart; the page may put it there itself.
 * @fires {FdCartAddedEvent} fd-cart-added - Something is in the cart now.
 */
export class FdRecommendations extends HTMLElement {
  static observedAttributes = ['placement', 'product', 'in-cart', 'limit', 'shop', 'api'];

  #view: IntersectionObserver | undefined;
  #asking: AbortController | undefined;
  #off: (() => void) | undefined;
  /** Draws once more what was answered. */
  #again: () => void = () => {};
  /** While there is nothing to show. */
  readonly #away = sheetOf(AWAY);

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(css), this.#away];
  }

  connectedCallback(): void {
    this.#watch();
    const again = () => this.#again();
    this.#off = onLanguage(again, this, document.querySelector('front-desk'));
  }

  disconnectedCallback(): void {
    this.#view?.disconnect();
    this.#asking?.abort();
    this.#off?.();
  }

  attributeChangedCallback(_: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) this.#watch();
  }

  #watch(): void {
    this.#view?.disconnect();
    this.#asking?.abort();
    this.#view = new IntersectionObserver(
      (seen, view) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        view.disconnect();
        void this.#ask();
      },
      { rootMargin: NEAR },
    );
    this.#view.observe(this);
  }

  /** As this element says, or as the desk of the page does. */
  #said(name: string): string | undefined {
    return (
      this.getAttribute(name) ??
      document.querySelector('front-desk')?.getAttribute(name) ??
      undefined
    );
  }
  get #placement(): Placement {
    return placements.find((one) => one === this.getAttribute('placement')) ?? 'home';
  }

  /** A strip is an extra: where it cannot be had, nothing is said of it. */
  async #ask(): Promise<void> {
    const asking = (this.#asking = new AbortController());
    const api = (this.#said('api') ?? '').replace(/\/+$/, '');
    const shop = this.#said('shop');
    const dismissed = dismissedOf(api, shop);
    const query = new URLSearchParams({
      placement: this.#placement,
      product: this.getAttribute('product') ?? '',
      cart: this.getAttribute('in-cart') ?? '',
      not: dismissed.ids().join(),
      limit: this.getAttribute('limit') ?? '12',
      ...(shop !== undefined && { shop }),
    });
    const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(PATIENCE)]);
    try {
      const response = await fetch(`${api}/v1/recommendations?${query}`, { signal });
      const body: unknown = response.ok ? await response.json() : undefined;
      if (!asking.signal.aborted) this.#show(isList(body) ? body.items : [], dismissed);
    } catch {
      if (!asking.signal.aborted) this.#show([], dismissed);
    }
  }

  #show(items: readonly Recommendation[], dismissed: Dismissed): void {
    this.#again = () => {
      const gone = dismissed.ids();
      this.#draw(
        items.filter(({ product }) => !gone.includes(product.id)),
        dismissed,
      );
    };
    this.#again();
  }

  #draw(items: readonly Recommendation[], dismissed: Dismissed): void {
    const root = this.shadowRoot!;
    root.replaceChildren();
    this.#away.disabled = items.length > 0;
    if (items.length === 0) return;
    const locale = this.#said('locale') || document.documentElement.lang || navigator.language;
    const words = stripWordsIn(locale);
    const cart = this.#said('cart');
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.id = 'heading';
    heading.part.add('heading');
    heading.textContent = this.getAttribute('heading') ?? words.headings[this.#placement];
    section.setAttribute('aria-labelledby', heading.id);
    const list = document.createElement('ul');
    list.part.add('strip');
    list.role = 'list';
    const acts = {
      add: cart === undefined ? undefined : this.#adding(cart),
      dismiss: (product: string) => dismissed.add(product),
      undo: (product: string) => dismissed.remove(product),
    };
    list.append(...items.map((item) => stripCard(item, words, locale, acts)));
    section.append(heading, list);
    root.append(section);
  }

  #adding(cart: string) {
    return async ({ product }: Recommendation, variant: string): Promise<boolean> => {
      const item = { product: product.id, variant, quantity: 1 };
      const { refused } = await addToCart(this, [item], cart);
      return !refused?.length;
    };
  }
}

function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

const isList = (body: unknown): body is RecommendationList => fits(body, shape);

declare global {
  interface HTMLElementTagNameMap {
    'fd-recommendations': FdRecommendations;
  }
}
