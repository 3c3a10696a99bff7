import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Order, OrderTracking } from '../../../contract/orders.ts';
import type { Parcel } from '../../../contract/shipments.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import type * as Tabs from '../../ui/segments.ts';
import { stateBlock } from '../../ui/state-block.ts';
import { timelineStyles } from '../../ui/timeline.ts';
import { isOpen, openRoom, type Opening } from '../open-room.ts';
import { RoomElement } from '../room-element.ts';
import { styles } from './fd-order.styles.ts';
import type * as Items from './order-items.ts';
import { actionLabel, leadOf, story } from './order-story.ts';
import { parcelPart } from './parcel.ts';
import {
  contactRows,
  headline,
  orderStyles,
  parts,
  progressBar,
  stepOf,
  stepWords,
} from '../order-parts.ts';

/** A guest sees nothing of what was bought, and most orders are one parcel. */
const more = {
  items: () => import('./order-items.ts'),
  tabs: () => import('../../ui/segments.ts'),
};

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
  static override properties = [...RoomElement.properties, 'order', 'parcel', 'isAll', 'more'];
  /** The order's id, or its number as a mail has it. */
  declare order: string;
  /** The parcel that was chosen; before that the one the headline speaks of. */
  declare private parcel: number | undefined;
  declare private isAll: boolean;
  /** What has come of what only some orders show. */
  declare private more: { items?: typeof Items; tabs?: typeof Tabs };
  /** The order that was shown last. */
  #shown: string | undefined;
  #told = '';
  #asked = new Set<keyof typeof more>();
  #isAsked = false;

  constructor() {
    super();
    this.isAll = false;
    this.more = {};
  }

  /** What has changed while it was out of sight is seen when it is back. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#told = '';
  }

  get #read() {
    const { session, order, tracking } = this.desk;
    return session.$session.get().kind === 'guest' ? tracking(this.order) : order(this.order);
  }

  protected override shown() {
    const { session, $online } = this.desk;
    return [session.$session, $online, this.#read.$state];
  }

  protected override willUpdate(): void {
    if (this.#shown !== this.order) {
      this.#shown = this.order;
      this.parcel = undefined;
      this.isAll = false;
      this.#told = '';
    }
    const { kind } = this.desk.session.$session.get();
    if (kind === 'customer') void this.#get('items');
    const { $state, need } = this.#read;
    const { is, value } = $state.get();
    if (value && parcelsOf(value).length > 1) void this.#get('tabs');
    if (value && isChangeable(value)) this.#getChanges();
    if ((kind === 'guest' || kind === 'customer') && is === 'idle') need();
  }

  async #get(what: keyof typeof more): Promise<void> {
    if (this.#asked.has(what)) return;
    this.#asked.add(what);
    try {
      const module = await more[what]();
      this.renderRoot.adoptedStyleSheets.push(module.styles);
      if ('sumStyles' in module) this.renderRoot.adoptedStyleSheets.push(module.sumStyles);
      this.more = { ...this.more, [what]: module };
    } catch (error) {
      console.error(error); // where it is can be told without
      this.#asked.delete(what);
    }
  }

  #getChanges(): void {
    if (this.#isAsked || isOpen(changes, this.desk)) return;
    this.#isAsked = true;
    openRoom(changes, this.desk).then(
      () => this.requestUpdate(),
      (error: unknown) => {
        console.error(error); // where it is can be told without
        this.#isAsked = false;
        this.requestUpdate();
      },
    );
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

  #copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      this.desk.announce(this.words.text('copied'));
    } catch {
      this.desk.announce(this.words.text('notCopied'));
    }
  };

  #share = async ({ url, number = '' }: Parcel) => {
    if (!navigator.share) return this.#copy(url ?? number);
    try {
      await navigator.share(url ? { url } : { text: number });
    } catch (error) {
      // closing the sheet is an answer, not a failure
      if ((error as DOMException).name !== 'AbortError') await this.#copy(url ?? number);
    }
  };

  #head({ progress }: Order | OrderTracking, parcels: readonly Parcel[]): TemplateResult {
    const { words } = this;
    const { needsYou, parcel, status } = progress;
    const told = story(progress, parcels, words);
    const steps = stepWords(words);
    const step = stepOf(progress.progress);
    const isOver =
      status === 'cancelled' ||
      parcel === 'delivered' ||
      parcel === 'picked_up' ||
      (status === 'delivered' && !parcel);
    const warn = parcels[leadOf(progress, parcels)]?.action ? 'warn' : '';
    return html`<div class="stack tight">
      ${needsYou ? html`<p class="mk">${roomIcon('alert', 's16')}${words.text('needsYou')}</p>` : nothing}
      <h1 class="display ${needsYou ? 'titled' : ''}" tabindex="-1">${headline(progress, words)}</h1>
      ${told ? html`<p class="second">${told}</p>` : nothing}
      ${
        isOver
          ? nothing
          : html`<div class=${warn}>
              ${progressBar(progress.progress, words.text('step', { n: step, of: 4, name: steps[step - 1]! }))}
              <div class="words" aria-hidden="true">${steps.map((word, n) => html`<span class=${n === step - 1 ? 'on' : ''}>${word}</span>`)}</div>
            </div>`
      }
    </div>`;
  }

  /** The next step comes first; where the carrier has no page for it, the shop helps. */
  #action(parcels: readonly Parcel[]): TemplateResult | typeof nothing {
    const shop = this.desk.info.$state.get().value;
    const { email, phone, url } = shop?.contact ?? {};
    const toShop =
      url ??
      (email ? `mailto:${email}` : phone ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined);
    const buttons = parcels.flatMap(({ action, carrier }) => {
      const label = action && actionLabel(action, carrier?.name, this.words);
      if (!label) return [];
      if (action.kind !== 'contact_shop' && action.url) return [{ label, href: action.url }];
      return toShop ? [{ label: this.words.text('contactShop'), href: toShop }] : [];
    });
    const [first, ...others] = buttons.filter(
      ({ href }, n) => buttons.findIndex((button) => button.href === href) === n,
    );
    if (!first) return nothing;
    const button = ({ label, href }: { label: string; href: string }, look: string) =>
      html`<a class="btn ${look}" href=${href} target=${href.startsWith('http') ? '_blank' : nothing} rel="noopener">${label}</a>`;
    return html`<div class="stack">${button(first, '')} ${others.map((other) => button(other, 'quiet'))}</div>`;
  }

  #parcels(
    order: Order | OrderTracking,
    parcels: readonly Parcel[],
  ): TemplateResult | typeof nothing {
    const { words } = this;
    const chosen = Math.min(this.parcel ?? leadOf(order.progress, parcels), parcels.length - 1);
    const parcel = parcels[chosen];
    if (!parcel) return nothing;
    const tabs = parcels.length > 1 && this.more.tabs;
    const names = parcels.map(({ events, estimate, status }, n) => {
      const at = status === 'delivered' || status === 'picked_up' ? events[0]?.at : estimate?.to;
      return at ? words.when('parcelOn', at, { n: n + 1 }) : words.text('parcel', { n: n + 1 });
    });
    return html`${
      tabs
        ? tabs.segments(words.text('parcels'), names, chosen, (n) => {
            this.parcel = n;
            this.isAll = false;
          })
        : nothing
    }
      <section class="parcel" id="panel" role=${tabs ? 'tabpanel' : nothing} aria-labelledby=${tabs ? `tab-${chosen}` : nothing}>
        ${parcelPart({
          parcel,
          lines: 'lines' in order ? order.lines : [],
          isAll: this.isAll,
          showAll: () => (this.isAll = true),
          copy: this.#copy,
          share: this.#share,
          words,
        })}
      </section>`;
  }

  /** A guest has proved no more than two details; a code opens the rest. */
  #seeAll({ id }: OrderTracking): TemplateResult | typeof nothing {
    const { text } = this.words;
    if (!this.desk.info.$state.get().value?.capabilities.emailCode) return nothing;
    const ask = () => this.desk.route.go({ room: 'sign-in', id }, { room: 'order', id });
    return html`<div class="stack">
      <button class="btn quiet" @click=${ask}>${text('seeAllOf')}</button>
      <p class="small second">${text('seeAllWhy')}</p>
    </div>`;
  }

  #order(order: Order | OrderTracking): TemplateResult {
    const parcels = parcelsOf(order);
    return html`${this.#head(order, parcels)} ${this.#action(parcels)} ${this.#changes(order)} ${this.#parcels(order, parcels)}
      ${'lines' in order ? this.more.items?.orderItems(order, this.words) : this.#seeAll(order)}`;
  }

  #changes(order: Order | OrderTracking): TemplateResult | typeof nothing {
    if (!isChangeable(order)) return nothing;
    return isOpen(changes, this.desk)
      ? html`<fd-order-changes .desk=${this.desk} .order=${this.order} .value=${order}></fd-order-changes>`
      : this.#isAsked && (order.receipts ?? order.actions?.cancel.allowed)
        ? html`<i class="sk box"></i>`
        : nothing;
  }

  #locked(): TemplateResult {
    const { text } = this.words;
    const { info, route } = this.desk;
    const can = info.$state.get().value?.capabilities;
    const signIn = () => route.go('sign-in', { room: 'order', id: this.order });
    return stateBlock({
      icon: 'box',
      title: text('orderLocked'),
      text: text('signInHow'),
      actions: html`<button class="btn" @click=${signIn}>${text('signIn')}</button>
        ${can?.guestTracking ? html`<button class="btn text" @click=${this.to('find')}>${text('trackGuest')}</button>` : nothing}`,
    });
  }

  #failed(isUnknown: boolean, again: () => void): TemplateResult {
    const { text } = this.words;
    const { $online, info } = this.desk;
    const offline = !$online.get();
    const find = info.$state.get().value?.capabilities.guestTracking;
    return html`${
      isUnknown
        ? stateBlock({
            icon: 'box',
            title: text('orderUnknown'),
            text: text('orderUnknownHow'),
            actions: find
              ? html`<button class="btn" @click=${this.to('find')}>${text('findOrder')}</button>`
              : nothing,
          })
        : stateBlock({
            icon: offline ? 'cloudoff' : 'refresh',
            title: text('orderFailed'),
            text: `${text(offline ? 'offline' : 'shopSilent')} ${text('orderSafe')}`,
            failed: true,
            actions: html`<button class="btn" @click=${again}>${text('retry')}</button>`,
          })
    }`;
  }

  #bones(isSlow: boolean): TemplateResult {
    return html`${isSlow ? html`<p class="second" role="status">${this.words.text('slow')}</p>` : nothing}<div class="parcel" role="status" aria-label=${this.words.text('loading')}>
      <div class="stack"><i class="sk bar"></i><i class="sk line"></i></div>
      <i class="sk box"></i><i class="sk box"></i>
    </div>`;
  }

  /** Undefined while there is nothing to show yet, and nothing wrong. */
  #room(): TemplateResult | undefined {
    const { session } = this.desk;
    const who = session.$session.get();
    if (who.kind === 'anonymous') return this.#locked();
    if (who.kind === 'unknown' && who.problem)
      return this.#failed(false, () => void session.refresh());
    const { $state, load } = this.#read;
    const state = $state.get();
    if (state.value) return this.#order(state.value);
    if (state.is !== 'failed') return undefined;
    return this.#failed(/^(order_)?not_found$/.test(state.problem.code), () => void load());
  }

  protected override render(): TemplateResult {
    const room = this.#room();
    const who = this.desk.session.$session.get();
    const state = this.#read.$state.get();
    const isSlow = !!(
      (who.kind === 'unknown' && who.slow) ||
      (state.is === 'loading' && state.slow)
    );
    return html`${room ?? this.#bones(isSlow)} ${room || isSlow ? contactRows(this.desk) : nothing}`;
  }
}

const parcelsOf = (order: Order | OrderTracking): readonly Parcel[] =>
  'shipments' in order ? order.shipments : order.parcels;

const isChangeable = (order: Order | OrderTracking): order is Order =>
  'lines' in order && !!(order.actions ?? order.receipts);
