import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Wish } from '../../../contract/wishlists.ts';
import { BLOCK, RowWindow } from '../../host/row-window.ts';
import { money } from '../../locales/figures.ts';
import { createPicks } from '../../stores/picks.ts';
import { createWishlists } from '../../stores/wishlists.ts';
import { cardStyles } from '../../ui/card.styles.ts';
import { chipStyles } from '../../ui/chips.styles.ts';
import { glyph, icon } from '../../ui/icon.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { productsOf, StripBelow } from '../contact.ts';
import { RoomElement } from '../room-element.ts';
import { wishKey } from '../../../domain/wishlists/merge.ts';
import { styles } from './fd-wishlist.styles.ts';
import {
  ALL,
  chosen,
  DROPS,
  savedOf,
  sharedList,
  type Choice,
  type Saved,
  type Sorting,
} from './saved-list.ts';

const SHARE = 'M12 14.5V4m-3.6 3.4L12 3.8l3.6 3.6M8 10.5H5.5V20h13v-9.5H16';
const PLUS = 'M6 12h12M12 6v12';
/** As high as two cards beside each other mostly are, in px, with the gap below. */
const ROW = 290;

/**
 * @summary What a shopper has saved: all of it, what costs less by now, list by list. Of a long one
 * only the cards around what is seen are there.
 */
export class FdWishlist extends RoomElement {
  static override styles = [...RoomElement.styles, chipStyles, cardStyles, styles];
  static override properties = [...RoomElement.properties, 'choice', 'gone'];
  declare private choice: Choice;
  /** Taken off here: they stay where they are, so that a tap brings them back. */
  declare private gone: readonly Wish[];
  #window = new RowWindow(this);
  #strip = new StripBelow(this);
  /** What the strip goes with: as it was saved when it was first looked at. */
  #liked: string | undefined;

  constructor() {
    super();
    this.choice = { list: ALL, sorting: 'newest' };
    this.gone = [];
  }

  get #saved() {
    return this.desk.use(createWishlists);
  }

  protected override shown() {
    const { $contents, $products, $problem } = this.#saved;
    return [$contents, $products, $problem];
  }

  protected override willUpdate(): void {
    // all of it: what costs less is counted over all
    this.#saved.need(this.#saved.box.living().map(({ product }) => product));
  }

  #toggle(wish: Wish, name: string): void {
    const { box } = this.#saved;
    const isGone = this.gone.includes(wish);
    const others = this.gone.filter((one) => one !== wish);
    this.gone = isGone
      ? others
      : [...others, ...box.living(wish).filter((one) => wishKey(one) === wishKey(wish))];
    if (isGone) box.write([wish]);
    else {
      box.write([{ ...wish, removed: true }]);
      this.desk.announce(this.words.text('takenOff', { what: name }));
    }
  }

  #chips(saved: readonly Saved[]): TemplateResult {
    const { text } = this.words;
    const chip = (list: string, label: string) =>
      html`<button class="chip" aria-pressed=${this.choice.list === list}
        @click=${() => (this.choice = { ...this.choice, list })}>${label}</button>`;
    const drops = saved.filter(({ mark }) => mark?.is === 'less').length;
    const lists = this.#saved.$contents.get().lists.filter(({ removed }) => !removed);
    return html`<div class="chips run" role="group" aria-label=${text('show')}>
      ${chip(ALL, text('allSaved', { n: saved.length - this.gone.length }))}
      ${drops ? chip(DROPS, text('priceDrops', { n: drops })) : nothing}
      ${lists.map(({ id, name }) => chip(id, name))}
      <button class="chip" @click=${() => this.desk.route.go('share/new')}>${glyph(PLUS, 's16')}${text('newList')}</button>
    </div>`;
  }

  #sorting(): TemplateResult {
    const { text } = this.words;
    const option = (sorting: Sorting, label: string) =>
      html`<option value=${sorting} ?selected=${this.choice.sorting === sorting}>${label}</option>`;
    const onChange = ({ target }: Event) =>
      (this.choice = { ...this.choice, sorting: (target as HTMLSelectElement).value as Sorting });
    return html`<select aria-label=${text('sorted')} @change=${onChange}>
      ${option('newest', text('newestFirst'))} ${option('cheapest', text('cheapestFirst'))} ${option('dropped', text('droppedFirst'))}
    </select>`;
  }

  #grid(saved: readonly Saved[]): TemplateResult {
    const { list, sorting } = this.choice;
    const blocks: TemplateResult[] = [];
    for (let from = 0; from < saved.length; from += BLOCK) {
      const some = saved.slice(from, from + BLOCK);
      const name = `${list} ${sorting} ${from}`;
      const isThere = this.#window.has(name, !from);
      const rows = Math.ceil(some.length / 2);
      blocks.push(html`<div class="block" data-block=${name}
        .style=${isThere ? '' : `block-size: ${this.#window.height(name, rows, ROW)}px`}>${
          isThere
            ? html`<div class="grid">${some.map((one, n) => this.#card(one, from + n + 1, saved.length))}</div>`
            : nothing
        }</div>`);
    }
    return html`<div role="list" aria-label=${this.words.text('saved')}>${blocks}</div>`;
  }

  #card(saved: Saved, at: number, of: number): TemplateResult {
    const { text } = this.words;
    const { wish, product, variant, mark } = saved;
    const name = product?.name ?? (product === null ? text('notSold') : '');
    const url = (variant?.picture ?? product?.picture)?.url;
    const isGone = product === null || mark?.is === 'gone';
    return html`<div class="p" role="listitem" aria-posinset=${at} aria-setsize=${of}>
      <span class="im ${isGone ? 'soft' : ''}">${
        url
          ? html`<img src=${url} alt="" width="200" height="240" loading="lazy" decoding="async">`
          : product === undefined
            ? nothing
            : icon('box', 's32')
      }${mark ? html`<span class="mk">${this.#markWords(mark, saved)}</span>` : nothing}</span>
      <button class="name" @click=${() => this.desk.route.go({ room: 'wish', id: wishKey(wish) })}>${name || text('loading')}</button>
      <span class="small second num">${this.#price(saved)}</span>
      <button class="heart" aria-label=${text('saveThing', { what: name })} aria-pressed=${!this.gone.includes(wish)}
        @click=${() => this.#toggle(wish, name)}>${icon('heart')}</button>
    </div>`;
  }

  #markWords(mark: NonNullable<Saved['mark']>, { variant }: Saved): string {
    const { text } = this.words;
    if (mark.is === 'less') return text('costsLess', { sum: money(mark.by, this.words) });
    if (mark.is === 'few') return text('fewLeft', { n: mark.left });
    const size = variant?.options.at(-1)?.value;
    return size ? text('soldOutIn', { size }) : text('soldOut');
  }

  #price({ variant, mark }: Saved): TemplateResult | typeof nothing {
    if (!variant) return nothing;
    const now = money(variant.price, this.words);
    return mark?.is === 'less'
      ? html`<b class="good">${now}</b> <s>${money(mark.was, this.words)}</s>`
      : html`${now}`;
  }

  #empty(isAll: boolean): TemplateResult {
    const { text } = this.words;
    return stateBlock({
      icon: 'heart',
      title: text('nothingSaved'),
      text: text('nothingSavedHow'),
      heading: isAll,
    });
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    const { $contents, $products, $problem } = this.#saved;
    const contents = $contents.get();
    const saved = savedOf([...this.#saved.box.living(), ...this.gone], $products.get());
    const hasLists = contents.lists.some(({ removed }) => !removed);
    if (!saved.length && !hasLists) return this.#empty(true);
    const some = chosen(saved, this.choice, contents);
    const problem = $problem.get();
    return html`<div class="top">
        <h1 class="display" tabindex="-1">${text('saved')}</h1>
        <button class="ib filled" aria-label=${text('shareList')}
          @click=${() => this.desk.route.go(`share/${sharedList(this.choice)}`)}>${glyph(SHARE)}</button>
      </div>
      ${this.#chips(saved)}
      ${problem ? html`<p class="small" role="alert">${text(problem.code === 'wishlist_full' ? 'savedFull' : 'savedHere')}</p>` : nothing}
      ${some.length > 1 ? this.#sorting() : nothing}
      ${some.length ? this.#grid(some) : this.#empty(false)} ${this.desk.use(createPicks).mayLead() ? this.#strip.at('wishlist', (this.#liked ??= productsOf(saved.map(({ wish }) => wish))), 'likeSaved') : nothing}`;
  }
}
