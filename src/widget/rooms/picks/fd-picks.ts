import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReadableAtom } from 'nanostores';
import type { Placement } from '../../../contract/placements.ts';
import type { Recommendation } from '../../../contract/recommendations.ts';
import { money } from '../../locales/figures.ts';
import type { PlainKey } from '../../locales/words.ts';
import { createPicks } from '../../stores/picks.ts';
import { createWishlists } from '../../stores/wishlists.ts';
import { cardStyles } from '../../ui/card.styles.ts';
import { chipStyles } from '../../ui/chips.styles.ts';
import { icon } from '../../ui/icon.ts';
import { parts } from '../../ui/parts.styles.ts';
import { RoomElement } from '../room-element.ts';
import { styles } from './fd-picks.styles.ts';
import { reasonText } from './reason.ts';

/**
 * @summary What may suit a shopper, each with its reason: a strip below what a room is about. It
 * takes no room where there is nothing to show, and says nothing of what did not come.
 */
export class FdPicks extends RoomElement {
  static override styles = [...RoomElement.styles, parts, chipStyles, cardStyles, styles];
  static override properties = [
    ...RoomElement.properties,
    ...['placement', 'product', 'heading', 'some', 'at', 'carted', 'refused'],
  ];
  declare placement: Placement;
  /** What it goes with: ids between commas. */
  declare product: string | undefined;
  /** Without one they are shown large, one at a time. */
  declare heading: PlainKey | undefined;
  /** Which of them, as in slice(); undefined: all. */
  declare some: readonly [from: number, to?: number] | undefined;
  /** The one that is seen, of those shown large. */
  declare private at: number;
  /** What came of putting one into the cart, by its product; empty while it is on its way. */
  declare private carted: Readonly<Record<string, string>>;
  /** The one that the cart did not take, and why. */
  declare private refused: { id: string; text: string } | undefined;

  constructor() {
    super();
    this.at = 0;
    this.carted = {};
  }

  get #picks() {
    return this.desk.use(createPicks);
  }
  get #read() {
    return this.#picks.strip(this.placement, this.product);
  }
  /** What is saved on this device, where the shop has wishlists. */
  get #saved() {
    const { desk } = this;
    return desk.shop?.capabilities.wishlists && desk.use(createWishlists);
  }

  protected override shown(): readonly ReadableAtom<unknown>[] {
    const saved = this.#saved;
    const stores = [this.#read.$state, this.#picks.$gone];
    return saved ? [...stores, saved.$contents] : stores;
  }

  protected override willUpdate(): void {
    // who is here decides what they have
    if (this.who.kind !== 'unknown') this.#read.need();
  }

  async #judge(event: Event, product: string, unwanted: boolean): Promise<void> {
    const card = (event.currentTarget as Element).closest('li');
    this.#picks.judge(product, unwanted);
    await this.updateComplete;
    card?.querySelector<HTMLElement>('.turn')?.focus();
  }

  async #addToCart({ product }: Recommendation, variant: string): Promise<void> {
    const { id, name, from } = product;
    if (id in this.carted) return;
    this.carted = { ...this.carted, [id]: '' };
    this.refused = undefined;
    const { fillCart } = await import('../again/fill-cart.ts');
    const line = {
      ...{ line: id, product: id, variant, name, options: [], quantity: 1, unitPrice: from },
    };
    const { refused } = await fillCart(this, [{ key: id, line, units: 1 }], this.desk);
    const { [id]: _, ...others } = this.carted;
    this.carted = refused ? others : { ...others, [id]: this.words.text('inCart') };
    if (refused) this.refused = { id, text: refused };
  }

  #heart({ product: { id, name, only: variant } }: Recommendation): TemplateResult | undefined {
    const saved = this.#saved;
    if (!saved) return undefined;
    const { box } = saved;
    const isSaved = box.living({ product: id }).length > 0;
    const toggle = () =>
      isSaved ? void box.remove({ product: id }) : void box.save({ product: id, variant });
    return html`<button class="heart" aria-label=${this.words.text('saveThing', { what: name })} aria-pressed=${isSaved}
      @click=${toggle}>${icon('heart')}</button>`;
  }

  #add(item: Recommendation): TemplateResult | typeof nothing {
    const { id, name, only, url } = item.product;
    const { text } = this.words;
    if (!this.desk.config.cart || only === undefined)
      return url && !this.heading
        ? html`<a class="btn" href=${url}>${text('seeProduct')}</a>`
        : nothing;
    const said = this.carted[id];
    const label = said || text('addIt');
    return html`<button class="btn ${this.heading ? 'quiet' : ''}" aria-label=${`${label}: ${name}`} aria-disabled=${said !== undefined}
      @click=${() => void this.#addToCart(item, only)}>${label}</button>`;
  }

  #card(item: Recommendation): TemplateResult {
    const { text } = this.words;
    const { id, name, url, picture, from } = item.product;
    const judge = (unwanted: boolean) => (event: Event) => void this.#judge(event, id, unwanted);
    if (this.#picks.$gone.get().has(id))
      return html`<div class="gone">
        <p class="small second">${text('pickGone', { what: name })}</p>
        <button class="btn text turn" @click=${judge(false)}>${text('undo')}</button>
      </div>`;
    return html`<span class="im">${picture ? html`<img src=${picture.url} alt="" width="352" height="352" loading="lazy" decoding="async">` : icon('box', 's32')}</span>
      ${this.#heart(item)}
      <div class="why">
        <div class="grow">
          <span class="small second">${reasonText(item.reason, this.words)}</span>
          ${url ? html`<a class="name" href=${url}>${name}</a>` : html`<span class="name">${name}</span>`}
          <span class="second num">${money(from, this.words)}</span>
        </div>
        ${this.#add(item)}
      </div>
      ${this.refused?.id === id ? html`<p class="small bad" role="alert">${this.refused.text}</p>` : nothing}
      <button class="link not turn" aria-label=${`${text('notForMe')}: ${name}`} @click=${judge(true)}>${text('notForMe')}</button>`;
  }

  /** Which one is seen, of those shown large. */
  #scrolled = ({ target }: Event): void => {
    const { scrollLeft, scrollWidth, childElementCount } = target as Element;
    this.at = Math.round((Math.abs(scrollLeft) / scrollWidth) * childElementCount);
  };

  protected override render(): TemplateResult | typeof nothing {
    const items = this.#read.$state.get().value?.items.slice(...(this.some ?? [])) ?? [];
    if (!items.length) return nothing;
    const { heading, words } = this;
    const cards = items.map((item) => html`<li>${this.#card(item)}</li>`);
    if (heading)
      return html`<section class="sec" aria-labelledby="picks">
        <h2 class="head" id="picks">${words.text(heading)}</h2>
        <ul class="run" role="list">${cards}</ul>
      </section>`;
    return html`<ul class="run first" role="list" @scroll=${this.#scrolled}>${cards}</ul>
      ${items.length > 1 ? html`<div class="pips" aria-hidden="true">${items.map((_, n) => html`<i class=${n === this.at ? 'on' : ''}></i>`)}</div>` : nothing}`;
  }
}
