import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SharedWishlist } from '../../../contract/wishlists.ts';
import { money } from '../../locales/figures.ts';
import { createShared } from '../../stores/shared.ts';
import { heading } from '../../ui/heading.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { createWishlists } from '../../stores/wishlists.ts';
import { errorLine, fieldStyles, parts } from '../saved-parts.ts';
import { bone } from '../absent.ts';
import { TaskRoom } from '../task-room.ts';
import { randomName } from '../../saving/wish-box.ts';
import { css } from '../../theme/css.ts';

const DRAFT = 'gifts';
/** What this visitor gives, and the secret that shows it. */
interface Gifts {
  by: string;
  products: string[];
}

const styles = css`
  .im { inline-size: 56px; block-size: 64px; object-fit: cover; border-radius: var(--r-s); background: #ecedee; flex: none; }
  .list { --inset: 72px; }
  .mini { min-block-size: 44px; padding: 8px 12px; }
`;

/** @summary Somebody's list, as their friends see it. */
export class FdShared extends TaskRoom {
  static override styles = [...TaskRoom.styles, parts, fieldStyles, styles];
  static override properties = [...TaskRoom.properties, 'order'];
  /** The link's token. */
  declare order: string;

  get #list() {
    return this.desk.use(createShared).list(this.order);
  }
  get #gifts(): Gifts {
    return this.desk.drafts.read<Gifts>(DRAFT) ?? { by: randomName(), products: [] };
  }

  protected override shown() {
    return [this.#list.$state, this.desk.use(createWishlists).$products];
  }

  protected override willUpdate(): void {
    this.#list.need();
    const { value } = this.#list.$state.get();
    this.desk.use(createWishlists).need(value?.items.map(({ product }) => product) ?? []);
  }

  #mark(product: string, isGiven: boolean): Promise<void> {
    const { by, products } = this.#gifts;
    return this.do(async () => {
      await this.desk.use(createShared).mark(this.order, product, by, isGiven);
      const others = products.filter((one) => one !== product);
      this.desk.drafts.write(DRAFT, { by, products: isGiven ? [...others, product] : others });
    });
  }

  #item({
    product: id,
    quantity,
    taken,
  }: SharedWishlist['items'][number]): TemplateResult | typeof nothing {
    const { text } = this.words;
    const product = this.desk.use(createWishlists).$products.get().get(id);
    if (product === null) return nothing;
    const isMine = this.#gifts.products.includes(id);
    const [first] = product?.variants ?? [];
    const sum = first && money(first.price, this.words);
    const name =
      quantity > 1
        ? text('quantity', { what: product?.name ?? '', count: quantity })
        : product?.name;
    return html`<div class="li">
      ${product?.picture ? html`<img class="im" src=${product.picture.url} alt="" width="56" height="64" loading="lazy">` : nothing}
      <a class="grow" href=${product?.url ?? nothing}><span class="strong">${name ?? text('loading')}</span><span class="small second num">${sum}</span></a>
      ${
        taken === undefined
          ? nothing
          : taken && !isMine
            ? html`<span class="small second">${text('givenBy')}</span>`
            : html`<button class="btn quiet mini" aria-pressed=${isMine} @click=${() => this.#mark(id, !isMine)}>${text(isMine ? 'giveNot' : 'giveIt')}</button>`
      }
    </div>`;
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    const { is, value } = this.#list.$state.get();
    if (!value)
      return is === 'failed'
        ? stateBlock({
            icon: 'heart',
            title: text('notShared'),
            text: text('notSharedHow'),
            failed: true,
            actions: html`<button class="btn quiet" @click=${() => void this.#list.load()}>${text('retry')}</button>`,
          })
        : bone('', this.words);
    return html`${heading(value.name ?? text('sharedTitle'), value.friends ? text('sharedHow') : '')}
      ${errorLine(this.error)}
      <div class="list">${value.items.map((item) => this.#item(item))}</div>`;
  }
}
