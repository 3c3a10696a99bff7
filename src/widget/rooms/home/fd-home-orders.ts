import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderSummary, OrderTracking } from '../../../contract/orders.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import {
  headline,
  isMoving,
  latestNews,
  orderRow,
  orderStyles,
  parts,
  pictures,
  progressBar,
  stepOf,
  stepWords,
} from '../order-parts.ts';
import { RoomElement, roomHref, roomPath } from '../room-element.ts';
import { ordersSilent } from '../silence.ts';
import { styles } from './fd-home-orders.styles.ts';

/** Other orders below the one that matters most. */
const RECENT = 3;

/**
 * @summary The orders at home: a card for the one that matters most, then the others; for a guest
 * the one they follow.
 */
export class FdHomeOrders extends RoomElement {
  static override styles = [...RoomElement.styles, parts, orderStyles, styles];

  /** What there is to show: the customer's orders, or the one a guest follows. */
  get #read() {
    const { orders, tracking } = this.desk;
    const { who } = this;
    return who.kind === 'guest' ? tracking(who.order.id) : orders;
  }

  protected override shown() {
    return [this.#read.$state];
  }

  protected override willUpdate(): void {
    if (this.#read.$state.get().is === 'idle') this.#read.need();
  }

  /** The one tinted card: it leads to the order. */
  #card({ id, number, progress }: OrderTracking | OrderSummary, urls: string[]): TemplateResult {
    const { words } = this;
    const path = roomPath('order', id);
    const step = stepOf(progress.progress);
    const name = stepWords(words)[step - 1]!;
    const { needsYou } = progress;
    const label = words.text('orderNumber', { number });
    return html`<a class="card ${needsYou ? 'warn' : 'tint'}" href=${roomHref(path)} @click=${this.to(path)}>
      <div class="row between top">
        <div class="grow stack tight">
          ${
            needsYou
              ? html`<p class="mk">${roomIcon('alert', 's16')}${words.text('needsYou')} · ${label}</p>`
              : html`<p class="label accent">${label}</p>`
          }
          <p class="title">${headline(progress, words)}</p>
          <p class="small second">${latestNews(progress, words)}</p>
        </div>
        ${urls.length ? pictures(urls) : nothing}
      </div>
      ${
        progress.status === 'cancelled'
          ? nothing
          : progressBar(progress.progress, words.text('step', { n: step, of: 4, name }))
      }
    </a>`;
  }

  #customer(orders: readonly OrderSummary[]): TemplateResult {
    const { text } = this.words;
    const first =
      orders.find(({ progress }) => progress.needsYou) ??
      orders.find(({ progress }) => isMoving(progress)) ??
      orders[0];
    if (!first)
      return html`<section class="card tint stack tight">
          <h2 class="title">${text('noOrders')}</h2>
          <p class="second">${text('noOrdersHow')}</p>
        </section>
        ${this.#quick()}`;
    const urls = first.pictures.map(({ url }) => url);
    return html`${this.#card(first, urls)} ${this.#quick()}
      ${this.#others(orders.filter((order) => order !== first))}`;
  }

  #others(orders: readonly OrderSummary[]): TemplateResult | typeof nothing {
    if (!orders.length) return nothing;
    const { text } = this.words;
    return html`<section class="sec">
      <div class="row between">
        <h2 class="head">${text('yourOrders')}</h2>
        <a class="link" href=${roomHref('orders')} @click=${this.to('orders', true)}>${text('seeAll')}</a>
      </div>
      <div class="list pics">${orders.slice(0, RECENT).map((order) => orderRow(order, this.words, (path) => this.to(path)))}</div>
    </section>`;
  }

  /** What can be done here; what the backend cannot do is not offered. */
  #quick(): TemplateResult | typeof nothing {
    if (!this.desk.shop?.capabilities.guestTracking) return nothing;
    const { text } = this.words;
    return html`<nav class="quick" aria-label=${text('quick')}>
      <a class="q" href=${roomHref('find')} @click=${this.to('find')}>${roomIcon('truck')}${text('trackOther')}</a>
    </nav>`;
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    const state = this.#read.$state.get();
    const { is, value } = state;
    if (value) return 'items' in value ? this.#customer(value.items) : this.#card(value, []);
    if (is === 'failed') return ordersSilent(this.desk, state.problem, this.#read.load);
    return html`<div class="sk bone" role="status" aria-label=${text('loading')}></div>
      ${is === 'loading' && state.slow ? html`<p class="second" role="status">${text('slow')}</p>` : nothing}`;
  }
}
