import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderSummary } from '../../../contract/orders.ts';
import type { Problem } from '../../client/problem.ts';
import { BLOCK, RowWindow } from '../../host/row-window.ts';
import { createOrderLists, type OrderChoice, type OrdersState } from '../../stores/order-lists.ts';
import { chipStyles } from '../../ui/chips.styles.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { failedBlock } from '../absent.ts';
import { RoomElement, roomHref, roomPath } from '../room-element.ts';
import { styles } from './fd-orders.styles.ts';
import {
  contactRows,
  headline,
  isMoving,
  orderRow,
  orderStyles,
  parts,
  picture,
} from '../order-parts.ts';

/** As high as a row mostly is, in px, with its hairline. */
const ROW = 88;

/**
 * @summary Orders: what waits for the shopper, what is on its way, what was before; narrowed by a
 * chip, and page by page. Of a long list only the rows around what is seen are there.
 */
export class FdOrders extends RoomElement {
  static override styles = [...RoomElement.styles, parts, orderStyles, chipStyles, styles];
  /** Rows there were when more was asked for: the first new one gets the focus. */
  #asked = 0;
  #window = new RowWindow(this);

  get #orders() {
    return this.desk.use(createOrderLists);
  }

  protected override shown() {
    return [this.#orders.$state];
  }

  protected override willUpdate(): void {
    const orders = this.#orders;
    if (this.who.kind === 'customer' && orders.$state.get().is === 'idle') orders.need();
  }

  protected override updated(): void {
    const { value } = this.#orders.$state.get();
    if (!this.#asked || !value || value.items.length <= this.#asked) return;
    const first = value.items[this.#asked]!;
    this.#asked = 0;
    this.renderRoot.querySelector<HTMLElement>(`[href="${CSS.escape(hrefOf(first))}"]`)?.focus();
    this.desk.announce(this.words.text('ordersShown', { n: value.items.length }));
  }

  #more = () => {
    const { $state, more } = this.#orders;
    this.#asked = $state.get().value?.items.length ?? 0;
    void more();
  };

  #chips({ filter, year, years }: OrdersState): TemplateResult {
    const { text } = this.words;
    const chip = (label: string, choice: OrderChoice) =>
      html`<button class="chip" aria-pressed=${choice.filter === filter && choice.year === year}
        @click=${() => this.#orders.choose(choice)}>${label}</button>`;
    return html`<div class="chips run" role="group" aria-label=${text('show')}>
      ${chip(text('all'), { filter: 'all' })} ${chip(text('onTheWay'), { filter: 'active' })}
      ${years.length > 1 ? years.map((one) => chip(String(one), { filter: 'all', year: one })) : nothing}
    </div>`;
  }

  /** The tinted card of an order that waits for the shopper. */
  #waiting({ id, number, pictures, progress }: OrderSummary): TemplateResult {
    const { text, date } = this.words;
    const path = roomPath('order', id);
    return html`<a class="card warn" href=${roomHref(path)} @click=${this.to(path)}>
      <span class="row">
        ${picture(pictures[0]?.url)}
        <span class="grow">
          <span class="strong">${headline(progress, this.words)}</span>
          <span class="small second">${
            progress.until
              ? text('keptUntil', { number, date: date(progress.until) })
              : text('orderNumber', { number })
          }</span>
        </span>
        ${roomIcon('chev', 's20')}
      </span>
    </a>`;
  }

  #group(
    title: string,
    orders: readonly OrderSummary[],
    isWaiting = false,
  ): TemplateResult | typeof nothing {
    if (!orders.length) return nothing;
    return html`<section class="sec">
      <h2 class="head">${title}</h2>
      ${isWaiting ? orders.map((order) => this.#waiting(order)) : this.#list(title, orders)}
    </section>`;
  }

  #list(title: string, orders: readonly OrderSummary[]): TemplateResult {
    const { value, filter, year } = this.#orders.$state.get();
    // while there are more to come nobody knows how many
    const size = value?.next ? -1 : orders.length;
    const blocks: TemplateResult[] = [];
    for (let from = 0; from < orders.length; from += BLOCK) {
      const rows = orders.slice(from, from + BLOCK);
      const name = `${filter} ${year} ${title} ${from}`;
      // the first rows, and those that were asked for
      const isThere = this.#window.has(name, !from || !!this.#asked);
      blocks.push(html`<div class="block" data-block=${name}
        .style=${isThere ? '' : `block-size: ${this.#window.height(name, rows.length, ROW)}px`}>${
          isThere ? rows.map((order, n) => this.#row(order, from + n + 1, size)) : nothing
        }</div>`);
    }
    return html`<div class="list pics" role="list">${blocks}</div>`;
  }

  #row(order: OrderSummary, at: number, of: number): TemplateResult {
    return html`<div class="it" role="listitem" aria-posinset=${at} aria-setsize=${of}>${orderRow(order, this.words, (path) => this.to(path))}</div>`;
  }

  #rows({ value, more }: OrdersState): TemplateResult {
    const { text } = this.words;
    const orders = value?.items ?? [];
    const waiting = orders.filter(({ progress }) => progress.needsYou);
    const moving = orders.filter(({ progress }) => !progress.needsYou && isMoving(progress));
    const earlier = orders.filter(({ progress }) => !isMoving(progress));
    return html`${this.#group(text('needsYou'), waiting, true)} ${this.#group(text('onTheWay'), moving)}
      ${this.#group(text('earlier'), earlier)}
      ${more.is === 'failed' ? html`<p class="small" role="alert">${text('moreFailed')}</p>` : nothing}
      ${
        value?.next
          ? html`<button class="btn quiet" aria-disabled=${more.is === 'loading'} @click=${this.#more}>${text(
              more.is === 'loading' ? 'loading' : more.is === 'failed' ? 'retry' : 'showMore',
            )}</button>`
          : nothing
      }`;
  }

  #empty({ filter, year }: OrdersState): TemplateResult {
    const { text } = this.words;
    const orders = this.#orders;
    const guests = this.desk.shop?.capabilities.guestTracking;
    if (filter === 'all' && !year)
      return stateBlock({
        icon: 'box',
        title: text('noOrders'),
        text: text('noOrdersHow'),
        heading: false,
        actions: guests
          ? html`<button class="btn" @click=${this.to('find')}>${text('findOrder')}</button>`
          : nothing,
      });
    return stateBlock({
      icon: 'box',
      title: text('noneHere'),
      text: year ? text('noneThatYear', { year: String(year) }) : text('noneOnTheWay'),
      heading: false,
      actions: html`<button class="btn quiet" @click=${() => orders.choose({ filter: 'all' })}>${text('showAll')}</button>`,
    });
  }

  #failed(problem: Problem, again: () => void): TemplateResult {
    return html`${failedBlock(this.desk, { title: 'ordersFailed', safe: 'ordersSafe', problem, again })}
    ${contactRows(this.desk)}`;
  }

  #locked(): TemplateResult {
    const { text } = this.words;
    return stateBlock({
      icon: 'box',
      title: text('seeOrders'),
      text: text('signInHow'),
      actions: html`<button class="btn" @click=${() => this.desk.route.go('sign-in', { room: 'orders' })}>${text('signIn')}</button>`,
    });
  }

  #bones(isSlow: boolean): TemplateResult {
    const { text } = this.words;
    return html`${isSlow ? html`<p class="second" role="status">${text('slow')}</p>` : nothing}
    <div class="sec" role="status" aria-label=${text('loading')}>
      ${[1, 2, 3, 4].map(
        () =>
          html`<div class="bones"><i class="sk"></i><span class="grow stack"><i class="sk l1"></i><i class="sk l2"></i></span></div>`,
      )}
    </div>
    ${isSlow ? contactRows(this.desk) : nothing}`;
  }

  protected override render(): TemplateResult {
    const { session } = this.desk;
    const orders = this.#orders;
    const { who } = this;
    const state = orders.$state.get();
    if (who.kind === 'anonymous' || who.kind === 'guest') return this.#locked();
    if (who.kind === 'unknown' && who.problem)
      return this.#failed(who.problem, () => void session.refresh());
    if (state.is === 'failed' && !state.value)
      return this.#failed(state.problem, () => void orders.load());
    const isEmpty = state.value && !state.value.items.length;
    const isSlow = !!(
      (who.kind === 'unknown' && who.slow) ||
      (state.is === 'loading' && state.slow)
    );
    const bare = isEmpty && state.filter === 'all' && !state.year;
    return html`<h1 class="display" tabindex="-1">${this.words.text('orders')}</h1>
      ${bare || who.kind === 'unknown' ? nothing : this.#chips(state)}
      ${!state.value ? this.#bones(isSlow) : isEmpty ? this.#empty(state) : this.#rows(state)}`;
  }
}

const hrefOf = ({ id }: OrderSummary): string => roomHref(roomPath('order', id));
