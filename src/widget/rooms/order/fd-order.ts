import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Order, OrderTracking } from '../../../contract/orders.ts';
import { timelineStyles } from '../../ui/timeline.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { stepRow } from '../../ui/row.ts';
import { isOpen, openRoom, type Opening } from '../open-room.ts';
import { contactRows, headline, orderStyles, parts } from '../order-parts.ts';
import type * as Below from '../below.ts';
import { productsOf, StripBelow } from '../contact.ts';
import { RoomElement } from '../room-element.ts';
import { styles } from './fd-order.styles.ts';
import { bones, failed, locked, seeAll, unknown } from './order-absent.ts';
import { orderAction } from './order-action.ts';
import { orderHead } from './order-head.ts';
import { orderParcels, parcelsOf } from './order-parcels.ts';

/** What can be done with an order, where something can. */
const changes: Opening = {
  tag: 'fd-order-changes',
  load: async () => (await import('./fd-order-changes.ts')).FdOrderChanges,
};

/**
 * @summary One order: a headline that answers, what to do when something went wrong, each parcel's
 * steps, what is in it and what it cost. A guest sees where it is, and nothing else of it.
 */
export class FdOrder extends RoomElement {
  static override styles = [...RoomElement.styles, parts, orderStyles, timelineStyles, styles];
  static override properties = [...RoomElement.properties, 'order', 'parcel', 'isAll', 'below'];
  /** The order's id, or its number as a mail has it. */
  declare order: string;
  /** The parcel that was chosen; before that the one the headline speaks of. */
  declare private parcel: number | undefined;
  declare private isAll: boolean;
  /** A guest sees nothing of what was bought, and most orders are one parcel. */
  declare private below: typeof Below | undefined;
  /** The order that was shown last. */
  #shown: string | undefined;
  #told = '';
  #isMoreAsked = false;
  #isAsked = false;
  #strip = new StripBelow(this);
  /** The order as it was when its changes did not come: its next news ask for them again. */
  #without: Order | undefined;

  constructor() {
    super();
    this.isAll = false;
  }

  /** What has changed while it was out of sight is seen when it is back. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#told = '';
    this.#without = undefined;
  }

  get #read() {
    const { order, tracking } = this.desk;
    return this.who.kind === 'guest' ? tracking(this.order) : order(this.order);
  }

  protected override shown() {
    return [this.#read.$state];
  }

  protected override willUpdate(): void {
    if (this.#shown !== this.order) {
      this.#shown = this.order;
      this.parcel = undefined;
      this.isAll = false;
      this.#told = '';
    }
    const { kind } = this.who;
    const { $state, need } = this.#read;
    const { is, value } = $state.get();
    if (kind === 'customer' || (value && parcelsOf(value).length > 1)) void this.#getMore();
    if (value && isChangeable(value)) void this.#getChanges(value);
    if ((kind === 'guest' || kind === 'customer') && is === 'idle') need();
  }

  async #getMore(): Promise<void> {
    if (this.#isMoreAsked) return;
    this.#isMoreAsked = true;
    this.below = await this.bring(import('../below.ts'));
    // where it is can be told without
    this.#isMoreAsked = !!this.below;
  }

  async #getChanges(order: Order): Promise<void> {
    if (this.#isAsked || this.#without === order || isOpen(changes, this.desk)) return;
    this.#isAsked = true;
    try {
      await openRoom(changes, this.desk);
    } catch (error) {
      console.error(error); // where it is can be told without
      this.#without = order;
    }
    this.#isAsked = false;
    this.requestUpdate();
  }

  /** News that come in while the room is open are said, politely. */
  protected override updated(): void {
    const { value } = this.#read.$state.get();
    if (!value) return;
    const now = headline(value.progress, this.words);
    if (this.#told && this.#told !== now)
      this.desk.announce(this.words.text('news', { text: now }));
    this.#told = now;
  }

  #order(order: Order | OrderTracking): TemplateResult {
    const { desk, words, below } = this;
    const parcels = parcelsOf(order);
    return html`${orderHead(order.progress, parcels, words)} ${orderAction(parcels, desk)} ${this.#changes(order)}
      ${orderParcels(order, {
        desk,
        chosen: this.parcel,
        choose: (nth) => {
          this.parcel = nth;
          this.isAll = false;
        },
        isAll: this.isAll,
        showAll: () => (this.isAll = true),
        tabs: below?.segments,
      })}
      ${'lines' in order ? below?.orderItems(order, words) : seeAll(desk, order)}
      ${'lines' in order && below ? this.#strip.at(order.receipts?.length ? 'after-change' : 'order', productsOf(order.lines)) : nothing}`;
  }

  #changes(order: Order | OrderTracking): TemplateResult | typeof nothing {
    if (!isChangeable(order)) return nothing;
    return isOpen(changes, this.desk)
      ? html`<fd-order-changes .desk=${this.desk} .order=${this.order} .value=${order}></fd-order-changes>`
      : this.#isAsked && (order.receipts ?? order.actions?.cancel.allowed)
        ? html`<i class="sk box"></i>`
        : nothing;
  }

  /** The order goes along with what is asked. */
  #ask(order: Order | OrderTracking): TemplateResult | typeof nothing {
    const { route, drafts, shop } = this.desk;
    if (!('lines' in order) || !shop?.capabilities.chat) return nothing;
    const { id, number, pictures } = order;
    const ask = () => {
      drafts.write('chat about', { kind: 'order', id, title: number, picture: pictures[0] });
      route.go('talk/new');
    };
    const row = { lead: roomIcon('chat'), title: this.words.text('askAbout') };
    return html`<div class="list">${stepRow(row, ask)}</div>`;
  }

  /** Undefined while there is nothing to show yet, and nothing wrong. */
  #room(): TemplateResult | undefined {
    const { desk } = this;
    const { session } = desk;
    const { who } = this;
    if (who.kind === 'anonymous') return locked(desk, this.order);
    if (who.kind === 'unknown' && who.problem)
      return failed(desk, who.problem, () => void session.refresh());
    const { $state, load } = this.#read;
    const state = $state.get();
    if (state.value) return this.#order(state.value);
    if (state.is !== 'failed') return undefined;
    return /^(order_)?not_found$/.test(state.problem.code)
      ? unknown(desk)
      : failed(desk, state.problem, () => void load());
  }

  protected override render(): TemplateResult {
    const room = this.#room();
    const { who } = this;
    const state = this.#read.$state.get();
    const isSlow = !!(
      (who.kind === 'unknown' && who.slow) ||
      (state.is === 'loading' && state.slow)
    );
    return html`${room ?? bones(this.words, isSlow)} ${state.value ? this.#ask(state.value) : nothing} ${room || isSlow ? contactRows(this.desk) : nothing}`;
  }
}

const isChangeable = (order: Order | OrderTracking): order is Order =>
  'lines' in order && !!(order.actions ?? order.receipts);
