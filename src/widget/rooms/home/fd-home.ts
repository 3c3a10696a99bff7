import { html, nothing, type TemplateResult } from 'lit';
import type { OrderSummary, OrderTracking } from '../../../contract/orders.ts';
import { icon } from '../../ui/icon.ts';
import { pictures } from '../../ui/picture.ts';
import { progressBar, stepOf } from '../../ui/progress.ts';
import { contactRows } from '../contact.ts';
import { headline, isMoving, latestNews, stepWords } from '../order-line.ts';
import { orderRow } from '../order-row.ts';
import { RoomElement, roomHref } from '../room-element.ts';
import { styles } from './fd-home.styles.ts';

/** Other orders below the one that matters most. */
const RECENT = 3;

/**
 * @summary Home: a greeting, the order that matters now, what can be done here, and how to reach a
 * person.
 */
export class FdHome extends RoomElement {
  static override styles = [RoomElement.styles, styles];

  protected override shown() {
    const { session, orders, tracking } = this.desk;
    const who = session.$session.get();
    return [
      session.$session,
      orders.$state,
      ...(who.kind === 'guest' ? [tracking(who.order.id).$state] : []),
    ];
  }

  protected override willUpdate(): void {
    const who = this.desk.session.$session.get();
    if (who.kind === 'guest') {
      const { $state, need } = this.desk.tracking(who.order.id);
      if ($state.get().is === 'idle') need();
    }
  }

  get #capabilities() {
    return this.desk.info.$state.get().value?.capabilities;
  }

  #greeting(): string {
    const who = this.desk.session.$session.get();
    const name = who.kind === 'customer' && who.customer.firstName;
    if (!name) return this.words.text('hello');
    const hour = new Date().getHours();
    return this.words.text(hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening', { name });
  }

  /** The one tinted card: it leads to the order. */
  #card({ id, number, progress }: OrderTracking | OrderSummary, urls: string[]): TemplateResult {
    const { words } = this;
    const path = `order/${encodeURIComponent(id)}`;
    const step = stepOf(progress.progress);
    const name = stepWords(words)[step - 1]!;
    return html`<a class="card ${progress.needsYou ? 'warn' : 'tint'}" href=${roomHref(path)} @click=${this.to(path)}>
      <div class="row between top">
        <div class="grow stack tight">
          ${
            progress.needsYou
              ? html`<p class="mk">${icon('alert', 's16')}${words.text('needsYou')}</p>`
              : nothing
          }
          <p class="label ${progress.needsYou ? '' : 'accent'}">${words.text('orderNumber', { number })}</p>
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

  #nobody(): TemplateResult | typeof nothing {
    const { text } = this.words;
    const can = this.#capabilities;
    const codes = can?.emailCode;
    const guests = can?.guestTracking;
    if (can && !codes && !guests) return nothing;
    return html`<section class="card tint stack">
      <div>
        <h2 class="title">${text('haveOrder')}</h2>
        <p class="second">${text(can && !codes ? 'trackWhy' : 'signInWhy')}</p>
      </div>
      <div class="two">
        ${
          can && !codes
            ? nothing
            : html`<button class="btn" @click=${this.to('sign-in')}>${text('signIn')}</button>`
        }
        ${
          can && !guests
            ? nothing
            : html`<button class="btn ${codes || !can ? 'quiet on-tint' : ''}" @click=${this.to('find')}>${text('trackGuest')}</button>`
        }
      </div>
    </section>`;
  }

  #failed(again: () => void): TemplateResult {
    const { text } = this.words;
    const { value } = this.desk.info.$state.get();
    return html`<section class="card" role="alert">
      <h2 class="head">${text('ordersFailed')}</h2>
      <p class="second">${text(this.desk.$online.get() ? 'shopSilent' : 'offline')} ${value ? text('ordersSafe') : nothing}</p>
      <button class="btn quiet on-tint" @click=${again}>${text('retry')}</button>
    </section>`;
  }

  #orders(): TemplateResult | typeof nothing {
    const { session, orders, tracking } = this.desk;
    const who = session.$session.get();
    if (who.kind === 'anonymous') return this.#nobody();
    if (who.kind === 'unknown')
      return who.problem ? this.#failed(() => void session.refresh()) : this.#bone();
    if (who.kind === 'guest') {
      const { $state, load } = tracking(who.order.id);
      const { is, value } = $state.get();
      if (value) return this.#card(value, []);
      return is === 'failed' ? this.#failed(() => void load()) : this.#bone();
    }
    const { is, value } = orders.$state.get();
    if (!value) return is === 'failed' ? this.#failed(() => void orders.load()) : this.#bone();
    const { items } = value;
    const moving = items.filter(({ progress }) => isMoving(progress));
    const first = items.find(({ progress }) => progress.needsYou) ?? moving[0] ?? items[0];
    if (!first) return this.#noOrders();
    return html`${this.#card(
      first,
      first.pictures.map(({ url }) => url),
    )}
      ${this.#quick()} ${this.#others(items.filter((order) => order !== first))}`;
  }

  #bone(): TemplateResult {
    return html`<div class="sk bone" role="status" aria-label=${this.words.text('loading')}></div>`;
  }

  #noOrders(): TemplateResult {
    const { text } = this.words;
    return html`<section class="card tint">
        <h2 class="title">${text('noOrders')}</h2>
        <p class="second">${text('noOrdersHow')}</p>
      </section>
      ${this.#quick()}`;
  }

  #others(orders: readonly OrderSummary[]): TemplateResult | typeof nothing {
    if (!orders.length) return nothing;
    const { text } = this.words;
    return html`<section class="sec">
      <div class="row between">
        <h2 class="head">${text('yourOrders')}</h2>
        <a class="link" href=${roomHref('orders')} @click=${this.to('orders')}>${text('seeAll')}</a>
      </div>
      <div class="list pics">${orders.slice(0, RECENT).map((order) => orderRow(order, this.words, (path) => this.to(path)))}</div>
    </section>`;
  }

  /** What can be done here; what the backend cannot do is not offered. */
  #quick(): TemplateResult | typeof nothing {
    if (!this.#capabilities?.guestTracking) return nothing;
    const { text } = this.words;
    return html`<nav class="quick" aria-label=${text('quick')}>
      <a class="q" href=${roomHref('find')} @click=${this.to('find')}>${icon('truck')}${text('track')}</a>
    </nav>`;
  }

  protected override render(): TemplateResult {
    return html`<h1 class="display" tabindex="-1">${this.#greeting()}</h1>
      ${this.#orders()} ${contactRows(this.desk.info.$state.get().value, this.words)}`;
  }
}
