import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderSummary } from '../../../contract/orders.ts';
import type { Problem } from '../../client/problem.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { linkRow } from '../../ui/row.ts';
import { failedBlock } from '../absent.ts';
import { contactRows, headline, orderStyles, parts, picture } from '../order-parts.ts';
import { RoomElement, roomHref, roomPath } from '../room-element.ts';
import { styles } from './fd-return-orders.styles.ts';

/** @summary Where a return begins: who is there, and which order it is from. */
export class FdReturnOrders extends RoomElement {
  static override styles = [...RoomElement.styles, parts, orderStyles, styles];

  protected override shown() {
    return [this.desk.orders.$state];
  }

  protected override willUpdate(): void {
    const { orders } = this.desk;
    if (this.who.kind === 'customer') orders.need();
  }

  #signIn(): TemplateResult {
    const { text } = this.words;
    const can = this.desk.shop?.capabilities;
    return html`<p class="second">${text('signInHow')}</p>
      <div class="stack">
        <button class="btn" @click=${this.to('sign-in')}>${text('signIn')}</button>
        ${can?.guestTracking ? html`<button class="btn text" @click=${this.to('find')}>${text('trackInstead')}</button>` : nothing}
      </div>`;
  }

  /** A guest has found their order; a code opens the rest of it. */
  #guest(order: { id: string; number: string }): TemplateResult {
    const path = roomPath('order', order.id);
    const title = this.words.text('orderNumber', { number: order.number });
    return html`<div class="list">${linkRow({ title }, roomHref(path), this.to(path))}</div>`;
  }

  #orders(orders: readonly OrderSummary[]): TemplateResult {
    const { text } = this.words;
    const arrived = orders.filter(({ progress }) => progress.status === 'delivered');
    const all = html`<a class="link" href=${roomHref('orders')} @click=${this.to('orders')}>${text('seeAll')}</a>`;
    if (!arrived.length)
      return stateBlock({
        icon: 'box',
        heading: false,
        title: text('noneArrived'),
        text: text('noneArrivedHow'),
        actions: orders.length ? all : nothing,
      });
    return html`<section class="sec">
      <div class="row between"><h2 class="head">${text('whichOrder')}</h2>${all}</div>
      <div class="list pics">${arrived.map((order) => this.#row(order))}</div>
    </section>`;
  }

  #row({ id, number, itemCount, pictures, progress }: OrderSummary): TemplateResult {
    const { text } = this.words;
    const path = roomPath('return', id);
    const row = {
      lead: picture(pictures[0]?.url),
      title: headline(progress, this.words),
      text: `${text('orderNumber', { number })} · ${text('items', { n: itemCount })}`,
    };
    return linkRow(row, roomHref(path), this.to(path));
  }

  #failed(problem: Problem, again: () => void): TemplateResult {
    return failedBlock(this.desk, {
      ...{ title: 'ordersFailed', safe: 'ordersSafe', problem, heading: false, again },
    });
  }

  #here(): TemplateResult {
    const { session, orders } = this.desk;
    const { who } = this;
    if (who.kind === 'anonymous') return this.#signIn();
    if (who.kind === 'guest') return this.#guest(who.order);
    if (who.kind === 'unknown' && who.problem)
      return this.#failed(who.problem, () => void session.refresh());
    const { value, problem } = orders.$state.get();
    if (value) return this.#orders(value.items);
    if (problem) return this.#failed(problem, () => void orders.load());
    return html`<div class="stack" role="status" aria-label=${this.words.text('loading')}>
      <i class="sk bones"></i><i class="sk bones"></i>
    </div>`;
  }

  protected override render(): TemplateResult {
    return html`<h1 class="display" tabindex="-1">${this.words.text('returnOrSwap')}</h1>
      ${this.#here()} ${contactRows(this.desk)}`;
  }
}
