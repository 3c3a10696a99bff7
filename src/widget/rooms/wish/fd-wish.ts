import { html, nothing, type TemplateResult } from 'lit/html.js';
import { SAVED } from '../../../contract/wishlist-limits.ts';
import type { Product, Variant } from '../../../contract/products.ts';
import type { Wish } from '../../../contract/wishlists.ts';
import { wishKey } from '../../../domain/wishlists/merge.ts';
import { list as joined, money } from '../../locales/figures.ts';
import { createWishLinks } from '../../stores/wish-links.ts';
import { createWishlists, listOf } from '../../stores/wishlists.ts';
import { chipStyles } from '../../ui/chips.styles.ts';
import { linkRow } from '../../ui/row.ts';
import { switchStyles } from '../../ui/switch.ts';
import { quantityStyles, unitsOf } from '../order-lines.ts';
import { errorLine, field, fieldStyles, footStyles, parts } from '../saved-parts.ts';
import { bone } from '../absent.ts';
import { TaskRoom } from '../task-room.ts';
import { styles } from './fd-wish.styles.ts';
import { wishMails } from './wish-mails.ts';
import { heading } from '../../ui/heading.ts';

const MOST = 999;
const MOST_LETTERS = 500;

/** @summary One thing that is saved: how many, a note, its list, the cart, and mails about it. */
export class FdWish extends TaskRoom {
  static override styles = [
    ...TaskRoom.styles,
    ...[parts, fieldStyles, footStyles, quantityStyles, chipStyles, switchStyles, styles],
  ];
  static override properties = [...TaskRoom.properties, 'order', 'said'];
  /** Which wish: its key. */
  declare order: string;
  declare private said: string | undefined;

  get #saved() {
    return this.desk.use(createWishlists);
  }
  get #wish(): Wish | undefined {
    return this.#saved.box.living().find((one) => wishKey(one) === this.order);
  }

  protected override shown() {
    const { $contents, $products, $beside } = this.#saved;
    return [$contents, $products, $beside];
  }

  protected override willUpdate(): void {
    const wish = this.#wish;
    if (wish) this.#saved.need([wish.product]);
    else if (this.desk.route.here().id === this.order) this.desk.route.done();
  }

  #change(wish: Wish, change: Partial<Wish>): void {
    this.#saved.box.write([{ ...wish, ...change }]);
  }

  /** What was saved in whatever it comes becomes this one. */
  #choose(wish: Wish, { id }: Variant): void {
    const next = { ...wish, variant: id };
    this.#saved.box.write([{ ...wish, removed: true }, next]);
    this.order = wishKey(next);
  }

  async #addToCart(
    { product, quantity: units }: Wish,
    name: string,
    variant: Variant,
  ): Promise<void> {
    const { id, options, price } = variant;
    const line = {
      line: id,
      product,
      variant: id,
      name,
      options,
      quantity: units,
      unitPrice: price,
    };
    const { fillCart } = await import('../again/fill-cart.ts');
    const { refused, answer } = await fillCart(this, [{ key: id, line, units }], this.desk);
    this.error = refused ?? '';
    this.said = refused ? undefined : this.words.text(answer.isLeaving ? 'cartOpens' : 'inCart');
  }

  #variants(wish: Wish, { variants }: Product): TemplateResult | typeof nothing {
    const { text } = this.words;
    if (wish.variant !== undefined || variants.length < 2) return nothing;
    return html`<div class="sec"><h2 class="head">${text('chooseFirst')}</h2>
      <div class="chips">${variants.map(
        (one) =>
          html`<button class="chip" aria-pressed="false" @click=${() => this.#choose(wish, one)}>${joined(
            one.options.map(({ value }) => value),
            this.words,
          )}</button>`,
      )}</div>
    </div>`;
  }

  #lists(wish: Wish): TemplateResult | typeof nothing {
    const { text } = this.words;
    const lists = this.#saved.$contents.get().lists.filter(({ removed }) => !removed);
    if (!lists.length) return nothing;
    const current = listOf(wish, lists);
    const all = [{ id: SAVED, name: text('saved') }, ...lists];
    return html`<div class="sec"><h2 class="head">${text('whichList')}</h2>
      <div class="chips" role="group" aria-label=${text('whichList')}>${all.map(
        ({ id, name }) =>
          html`<button class="chip" aria-pressed=${id === current} @click=${() => this.#change(wish, { list: id })}>${name}</button>`,
      )}</div>
    </div>`;
  }

  #mailsOf(wish: Wish, variant: Variant): TemplateResult | typeof nothing {
    const { route, shop } = this.desk;
    if (!shop?.capabilities.wishlists?.alerts) return nothing;
    const thing = { product: wish.product, variant: variant.id };
    return wishMails(
      {
        variant,
        asked: this.#saved.$beside.get().alerts,
        ask:
          this.who.kind === 'customer'
            ? (kind, on) =>
                void this.do(() => this.desk.use(createWishLinks).ask(this.#saved, thing, kind, on))
            : undefined,
        signIn: () => route.go('sign-in', route.here()),
      },
      this.words,
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { text } = this.words;
    const wish = this.#wish;
    if (!wish) return nothing;
    const product = this.#saved.$products.get().get(wish.product);
    if (!product) return product === null ? heading(text('notSold')) : bone('', this.words);
    const { variants, name } = product;
    const variant =
      wish.variant === undefined && variants.length > 1
        ? undefined
        : (variants.find(({ id }) => id === wish.variant) ?? variants[0]);
    const url = (variant?.picture ?? product.picture)?.url;
    return html`<div class="row top">
        ${url ? html`<img class="im" src=${url} alt="" width="88" height="104">` : nothing}
        <div class="grow stack tight">
          <h1 class="title" tabindex="-1">${name}</h1>
          ${variant ? html`<p class="second">${joined([...variant.options.map(({ value }) => value), money(variant.price, this.words)], this.words)}</p>` : nothing}
        </div>
      </div>
      ${this.#variants(wish, product)}
      <div class="row between"><h2 class="head">${text('count')}</h2>
        ${unitsOf(
          {
            ...{ what: name, count: wish.quantity, most: MOST },
            set: (count) => this.#change(wish, { quantity: count }),
          },
          this.words,
        )}
      </div>
      ${field({
        name: 'note',
        label: text('notFor'),
        value: wish.note ?? '',
        type: (typed) => this.#change(wish, { note: typed.slice(0, MOST_LETTERS) }),
      })}
      ${this.#lists(wish)} ${variant ? this.#mailsOf(wish, variant) : nothing}
      ${product.url ? html`<div class="list">${linkRow({ title: text('seeProduct') }, product.url)}</div>` : nothing}
      ${this.#foot(wish, name, variant)}`;
  }

  #foot(wish: Wish, name: string, variant: Variant | undefined): TemplateResult | typeof nothing {
    const { text } = this.words;
    if (!this.desk.config.cart) return errorLine(this.error);
    const n = wish.quantity;
    const price = variant?.price;
    const sum = price && money({ ...price, amount: price.amount * n }, this.words);
    return html`<div class="ft">
      ${errorLine(this.error)} ${this.said ? html`<p class="small" role="status">${this.said}</p>` : nothing}
      <button class="btn" aria-disabled=${!variant?.available}
        @click=${() => variant?.available && void this.#addToCart(wish, name, variant)}>${
          sum && variant?.available
            ? text('addToCart', { n, sum })
            : text(variant ? 'soldOut' : 'chooseFirst')
        }</button>
    </div>`;
  }
}
