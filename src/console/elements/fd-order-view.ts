import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Address, Line } from '../../contract/orders.ts';
import type { StaffOrder, StaffReceipt } from '../../contract/staff-orders.ts';
import { picture } from '../../widget/ui/picture.ts';
import { orderActs, type OrderAct } from '../stores/orders.ts';
import type { Words } from '../words/words.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { orderStyles } from './fd-order-view.styles.ts';
import { whyNot } from './order-words.ts';

/** @summary An order beside its customer: what is in it, where it is, its money, and what can be done. */
export class FdOrderView extends DeskElement {
  static override styles = [...DeskElement.styles, orderStyles];
  #shown: string | undefined;

  protected override shown() {
    const { $order, $work } = this.desk.orders;
    return [$order, $work];
  }

  protected override updated(): void {
    const { value, is } = this.desk.orders.$order.get();
    if (is === 'idle') this.desk.orders.need();
    if (value?.order.id === this.#shown) return;
    this.#shown = value?.order.id;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { value, is } = this.desk.orders.$order.get();
    return html`<div class="side" tabindex="0">
      <button class="cb ctext out" @click=${() => this.#leave(value?.with.id)}>${icon('back', 's16')}${text('orders')}</button>
      ${is === 'failed' && !value ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${text('failed')}</p>` : nothing}
      ${value ? this.#order(value) : nothing}
    </div>`;
  }

  /** To those of its customer, beside whom it is or is not open yet. */
  #leave(customer: string | undefined): void {
    const { orders, route } = this.desk;
    const place = route.$place.get();
    const isAlone = place.order !== undefined && place.customer === undefined;
    if (!isAlone) return orders.open(undefined);
    route.go({ room: 'inbox', ...(customer !== undefined && { customer }) });
  }

  #order(value: StaffOrder): TemplateResult {
    const { say } = this;
    const { order, receipts } = value;
    const { status } = order.progress;
    return html`<section class="sec"><div class="h"><h2 class="head grow" tabindex="-1">${say.text('order', { number: order.number })}</h2>
        <span class="mk ${status === 'cancelled' ? 'bad' : ''}">${say.text(`status_${status}`)}</span></div>
        <p class="csmall second">${say.when(order.placedAt)} · ${say.count('items', order.itemCount)} · <span class="num">${say.money(order.totals.total)}</span></p>
        ${this.#news()} ${this.#acts(value)}</section>
      ${this.#section('goods', html`<ul>${order.lines.map((line) => this.#line(line))}</ul>`)}
      ${order.shipments.length ? this.#section('parcels', this.#parcels(value)) : nothing}
      ${this.#section('money', this.#money(value))}
      ${order.address || order.contact ? this.#section('goesTo', this.#to(value)) : nothing}
      ${receipts.length ? this.#section('history', html`<ul>${receipts.map((one) => this.#receipt(one))}</ul>`) : nothing}`;
  }

  #section(title: keyof Words, body: TemplateResult): TemplateResult {
    return html`<section class="sec"><h3 class="label">${this.say.text(title)}</h3>${body}</section>`;
  }

  #news(): TemplateResult | typeof nothing {
    const { problem, done } = this.desk.orders.$work.get();
    const { $act } = this.desk.orders;
    if (problem && !$act.get())
      return html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>`;
    if (!done) return nothing;
    const word =
      done.state === 'undone' ? 'undone' : done.state === 'in_review' ? 'inReview' : 'doneFor';
    return html`<p class="told csmall" role="status">${icon('check', 's16')}${this.say.text(word)}</p>`;
  }

  /** What can be done, and of the rest why not. */
  #acts({ may }: StaffOrder): TemplateResult {
    const { say } = this;
    const word = (act: OrderAct) => say.text(`may_${act}`);
    const open = orderActs.filter((act) => may[act].allowed);
    const beyond = (act: OrderAct) => {
      const verdict = may[act];
      return verdict.allowed && verdict.beyond.length > 0;
    };
    const nos = new Map<string, string[]>();
    for (const act of orderActs) {
      const verdict = may[act];
      if (verdict.allowed) continue;
      const why = whyNot(verdict, say);
      nos.set(why, [...(nos.get(why) ?? []), word(act)]);
    }
    return html`${
      open.length
        ? html`<div class="acts">${open.map(
            (act) =>
              html`<button class="cb" @click=${() => this.desk.orders.begin(act)}>${word(act)}${beyond(act) ? html`<span class="micro second">${say.text('beyond')}</span>` : nothing}</button>`,
          )}</div>`
        : nothing
    }
      <ul class="nos csmall second">${[...nos].map(([why, acts]) => html`<li><b>${say.list(acts)}</b> · ${why}</li>`)}</ul>`;
  }

  #line({ name, quantity, options, total, picture: image }: Line): TemplateResult {
    const what = options.map(({ value }) => value).join(' · ');
    return html`<li class="mini">${picture(image?.url, 32, 38)}<span class="grow"><span class="label clip">${quantity} × ${name}</span>${what ? html`<span class="plain second clip">${what}</span>` : nothing}</span>
      <span class="csmall num">${this.say.money(total)}</span></li>`;
  }

  #parcels({ order }: StaffOrder): TemplateResult {
    const { say } = this;
    return html`<ul class="csmall">${order.shipments.map(
      ({ carrier, number, url, events: [latest] }) => {
        const name = [carrier?.name, number].filter(Boolean).join(' ') || say.text('parcels');
        return html`<li><p>${url ? html`<a class="link" href=${url} target="_blank" rel="noopener noreferrer"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}</p>
        ${latest ? html`<p class="second"><bdi>${latest.text}</bdi> · ${say.when(latest.at)}</p>` : nothing}</li>`;
      },
    )}</ul>`;
  }

  #money({ order: { totals, payments } }: StaffOrder): TemplateResult {
    const { say } = this;
    const row = (what: string, sum: Line['total']) =>
      html`<dt>${what}</dt><dd class="num">${say.money(sum)}</dd>`;
    return html`<dl>${row(say.text('goods'), totals.items)}
      ${totals.discounts.map(({ label, amount }) => row(label, amount))}
      ${row(say.text('sum_shipping'), totals.shipping)}
      ${totals.taxIncluded ? nothing : row(say.text('sum_tax'), totals.tax)}
      ${payments.map(({ label, lastFour, amount }) => html`<dt class="second">${label}${lastFour ? ` •• ${lastFour}` : ''}</dt><dd class="num second">${say.money(amount)}</dd>`)}</dl>`;
  }

  #to({ order: { address, contact } }: StaffOrder): TemplateResult {
    const lines = [...(address ? addressLines(address) : []), contact?.email, contact?.phone];
    return html`<div class="csmall">${lines.map((line) => (line ? html`<p class="clip"><bdi>${line}</bdi></p>` : nothing))}</div>`;
  }

  #receipt({ id, kind, at, by, state, total, undoUntil, staff }: StaffReceipt): TemplateResult {
    const { say } = this;
    const who =
      staff?.name ??
      say.text(by === 'customer' ? 'shopper' : by === 'shop' ? 'theShop' : 'theServer');
    const isOpen = state !== 'undone' && state !== 'refused' && undoUntil !== undefined;
    const canUndo = isOpen && Date.parse(undoUntil) > Date.now();
    return html`<li class="done"><div class="h"><span class="grow"><span class="label">${say.text(`receipt_${kind}`)}</span>
        <span class="plain second"><bdi>${who}</bdi> · ${say.moment(at)}${state === 'done' ? '' : ` · ${say.text(how[state])}`}</span></span>
        ${total.amount === 0 || state === 'undone' ? nothing : html`<span class="csmall num">${say.money(total)}</span>`}
        ${canUndo ? html`<button class="cb" @click=${() => this.desk.orders.undo(id)}>${say.text('undo')}</button>` : nothing}</div>
      ${staff ? html`<p class="csmall second">${say.text(`why_${staff.reason}`)}: <bdi>${staff.words}</bdi></p>` : nothing}</li>`;
  }
}

const how = {
  in_review: 'inReview',
  awaiting_payment: 'awaitsPayment',
  refused: 'state_refused',
  undone: 'undone',
} as const satisfies Partial<Record<StaffReceipt['state'], keyof Words>>;

const addressLines = ({ name, lines, postcode, city, country }: Address): string[] =>
  [name, ...lines, [postcode, city].filter(Boolean).join(' '), country].flatMap(
    (line) => line || [],
  );
