import { savingIn, type Saving } from '../saving/saving-words.ts';
import { onLanguage } from '../host/on-language.ts';
import css from '../saving/heart.css?literal';
import { WishBox } from '../saving/wish-box.ts';
import { boxKeyOf } from '../saving/wish-key.ts';
import type { FrontDesk } from './front-desk.ts';
import { WishCounts } from '../saving/wish-counts.ts';
import { FdWishlistChangeEvent } from '../saving/wishlist-event.ts';

const HEART =
  'M12 20.2S4 15.4 4 9.6A4.6 4.6 0 0 1 8.6 5c1.4 0 2.6.7 3.4 1.8A4.3 4.3 0 0 1 15.4 5 4.6 4.6 0 0 1 20 9.6c0 5.8-8 10.6-8 10.6z';
/** The desk of this page. A heart that came before it finds it later. */
const deskOf = (): FrontDesk | null => document.querySelector<FrontDesk>('front-desk');
/** As long as a toast stays, ms. */
const STAYS = 6000;

/**
 * A heart for a product card or page. It works before anybody has signed in: what is saved lies on
 * the shopper's device, and goes into their account once they sign in.
 *
 * @summary Saves a product, or one variant of it, to the shopper's list.
 * @attr {string} product - The product's id at the shop. Needed.
 * @attr {string} variant - The variant's id. Left out, the heart is the product's, whatever it comes in.
 * @attr {string} name - What the product is called: the button is then named "Save Field coat".
 * @attr {'round' | 'square' | 'wide'} look - A round heart over a picture, one beside a button, or one with words. Default: round.
 * @attr {boolean} counts - Shows how many shoppers have saved it. All such buttons of a page cost one request.
 * @csspart button - The button.
 * @fires {FdWishlistChangeEvent} fd-wishlist-change - Before it is saved or taken off; may be stopped.
 */
export class FdWishlistButton extends HTMLElement {
  static observedAttributes = ['product', 'variant', 'name', 'look', 'counts'];

  #button = document.createElement('button');
  #label = document.createElement('span');
  #count = document.createElement('span');
  #toast: HTMLElement | undefined;
  #life: AbortController | undefined;
  #box: WishBox | undefined;
  #counts: WishCounts | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', HEART);
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.append(path);
    const button = this.#button;
    button.type = 'button';
    button.setAttribute('part', 'button');
    this.#count.className = 'count';
    button.append(svg, this.#label, this.#count);
    button.onclick = (event) => {
      // a card may be a link as a whole
      event.preventDefault();
      event.stopPropagation();
      this.#toggle();
    };
    root.append(button);
  }

  connectedCallback(): void {
    const { signal } = (this.#life = new AbortController());
    // the tag's own file may put the desk on the page after this
    if (!this.#find()) addEventListener('load', () => this.#find(), { signal });
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    this.#toast?.remove();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  #find(): WishBox | undefined {
    const desk = deskOf();
    if (this.#box || !desk || !this.#life) return this.#box;
    const api = (desk.getAttribute('api') ?? '').replace(/\/+$/, '');
    const shop = desk.getAttribute('shop') ?? '';
    const box = (this.#box = desk.wishes ??= new WishBox(boxKeyOf({ api, shop })));
    const counts = (this.#counts = desk.counts ??= new WishCounts(api, shop));
    const { signal } = this.#life;
    const draw = () => this.#draw();
    const off = [box.listen(draw), onLanguage(draw, desk)];
    signal.addEventListener('abort', () => {
      for (const end of off) end();
      this.#box = undefined;
    });
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void this.#ask(counts);
    });
    seen.observe(this);
    signal.addEventListener('abort', () => seen.disconnect());
    this.#draw();
    return box;
  }

  /** The first that is seen asks for all on the page. */
  async #ask(counts: WishCounts): Promise<void> {
    if (!this.hasAttribute('counts')) return;
    const all = document.querySelectorAll<FdWishlistButton>('fd-wishlist-button[counts]');
    await counts.ask([...all].map((one) => one.#said('product')).filter(Boolean));
    for (const one of [...all, this]) one.#draw();
  }

  #said(name: string): string {
    return this.getAttribute(name) ?? '';
  }
  get #thing() {
    return { product: this.#said('product'), variant: this.getAttribute('variant') ?? undefined };
  }
  get #words(): Saving {
    const { lang } = document.documentElement;
    return savingIn(deskOf()?.getAttribute('locale') || lang || navigator.language);
  }

  #draw(): void {
    const { save, saved } = this.#words;
    const isSaved = !!this.#box?.living(this.#thing).length;
    const known = this.hasAttribute('counts') && this.#counts?.of(this.#said('product'));
    const button = this.#button;
    button.ariaPressed = String(isSaved);
    button.ariaLabel = [save, this.#said('name'), known || ''].filter(Boolean).join(' ');
    this.#label.textContent = this.#said('look') === 'wide' ? (isSaved ? saved : save) : '';
    this.#count.textContent = known ? String(known) : '';
    button.className = known ? 'more' : '';
  }

  #toggle(): void {
    const box = this.#find();
    const thing = this.#thing;
    if (!box || !thing.product) return;
    const saved = !box.living(thing).length;
    if (!this.dispatchEvent(new FdWishlistChangeEvent({ ...thing, saved }))) return;
    const { removed, undo, full } = this.#words;
    if (!saved) {
      const gone = box.remove(thing);
      this.#say(removed, undo, () => box.write(gone));
    } else if (box.save(thing)) this.#toast?.remove();
    else this.#say(full);
    // somebody's lists are on other devices too
    if (box.contents.owner) void deskOf()?.load();
  }

  #say(text: string, label?: string, act?: () => void): void {
    this.#toast?.remove();
    const toast = (this.#toast = document.createElement('p'));
    toast.popover = 'manual';
    toast.role = 'status';
    const words = document.createElement('span');
    toast.append(words);
    if (label) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.onclick = (event) => {
        event.preventDefault();
        event.stopPropagation();
        act?.();
        toast.remove();
        this.#button.focus();
      };
      toast.append(button);
    }
    this.shadowRoot!.append(toast);
    toast.showPopover?.();
    // said once it stands there, so that it is heard
    words.textContent = text;
    const end = () =>
      toast.matches(':hover, :focus-within') ? setTimeout(end, STAYS) : toast.remove();
    setTimeout(end, STAYS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fd-wishlist-button': FdWishlistButton;
  }
}
