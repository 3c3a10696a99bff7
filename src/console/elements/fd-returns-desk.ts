import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReturnStep, StaffReturn } from '../../contract/inbox.ts';
import type { ReturnState } from '../../contract/returns.ts';
import { picture } from '../../widget/ui/picture.ts';
import type { Words } from '../words/words.ts';
import { DeskElement, icon, initials, nameOf, sentence } from './desk-element.ts';
import { listStyles } from './fd-inbox-list.styles.ts';
import { returnsStyles } from './fd-returns-desk.styles.ts';

type Tab = 'decide' | 'onTheWay' | 'arrived' | 'all';

const tabs: Readonly<Record<Tab, readonly ReturnState[] | undefined>> = {
  decide: ['requested'],
  onTheWay: ['approved', 'label_sent', 'in_transit'],
  arrived: ['received', 'inspected'],
  all: undefined,
};

/** What may come next; the backend has the last word. */
const steps: Readonly<Partial<Record<ReturnState, readonly ReturnStep['step'][]>>> = {
  requested: ['approve', 'refuse'],
  approved: ['receive', 'refuse'],
  label_sent: ['receive'],
  in_transit: ['receive'],
  received: ['inspect', 'refuse'],
  inspected: ['settle'],
};

/** @summary Returns, and what the shop decides about them. */
export class FdReturnsDesk extends DeskElement {
  static override styles = [...DeskElement.styles, listStyles, returnsStyles];
  static override properties = [...DeskElement.properties, 'open', 'tab', 'isRefusing', 'why'];
  declare open: string | undefined;
  declare private tab: Tab;
  declare private isRefusing: boolean;
  declare private why: string;

  constructor() {
    super();
    this.tab = 'decide';
    this.isRefusing = false;
    this.why = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.desk.returns.load();
  }

  protected override shown() {
    const { returns, session, $moving } = this.desk;
    return [returns.$state, session.$state, $moving];
  }

  /** Another one of the list. */
  step(by: 1 | -1): void {
    const ids = this.#listed().map((one) => one.return.id);
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(this.open ?? '') + by))];
    if (next !== undefined) this.desk.route.go({ room: 'returns', open: next });
  }

  #listed(): StaffReturn[] {
    const states = tabs[this.tab];
    const all = this.desk.returns.$state.get().value ?? [];
    return all.filter((one) => !states || states.includes(one.return.state));
  }

  protected override render(): TemplateResult {
    const { say } = this;
    const { value, is } = this.desk.returns.$state.get();
    const waiting = value?.filter((one) => one.return.state === 'requested').length ?? 0;
    const shown = value?.find((one) => one.return.id === this.open);
    return html`<div class="work ${shown ? 'is-open' : ''}">
      <section class="col list" aria-label=${say.text('returns')}>
        <div class="lh"><h1 class="sent" tabindex="-1">${value ? say.count('returnsWaiting', waiting) : say.text('returns')}</h1>
          <div class="tabs" role="group" aria-label=${say.text('returns')}>${Object.keys(tabs).map((one) => this.#tab(one as Tab))}</div></div>
        <div class="scroll">
          ${is === 'failed' && !value ? html`<p class="cerr" role="alert">${say.text('failed')}</p>` : nothing}
          <ul>${this.#listed().map((one) => html`<li>${this.#row(one)}</li>`)}</ul>
          ${value && this.#listed().length === 0 ? html`<p class="group">${say.text('nothingHere')}</p>` : nothing}
        </div>
      </section>
      <div class="paper">${
        shown
          ? this.#sheet(shown)
          : html`<div class="empty"><span class="ic">${icon('returns')}</span><h2 class="sent">${say.text('chooseReturn')}</h2></div>`
      }</div>
    </div>`;
  }

  #tab(tab: Tab): TemplateResult {
    return html`<button class="tab" aria-pressed=${this.tab === tab} @click=${() => (this.tab = tab)}>${this.say.text(tab)}</button>`;
  }

  #row({ return: one, with: shopper, lines }: StaffReturn): TemplateResult {
    const { say } = this;
    const name = nameOf(shopper, say);
    return html`<a class="rowi" href="#returns/${encodeURIComponent(one.id)}" aria-current=${this.open === one.id ? 'true' : nothing}>
      <span class="av" aria-hidden="true">${initials(name)}</span>
      <span><span class="l1"><span class="clip">${name}</span><span class="num end csmall">${say.money(one.total)}</span></span>
        <span class="l2 clip">${one.number} · ${lines[0]?.name}</span>
        <span class="l3"><span class="mk ${one.state === 'requested' ? 'warn' : 'bare'}">${say.text(`state_${one.state}`)}</span></span></span></a>`;
  }

  #sheet({ return: one, with: shopper, orderNumber, lines }: StaffReturn): TemplateResult {
    const { say } = this;
    const names = new Map(lines.map((line) => [line.line, line]));
    return html`<section class="col" aria-label=${one.number}>
      <header class="top"><a class="cib back" href="#returns" aria-label=${say.text('back')}>${icon('back')}</a>
        <div class="grow"><h1 class="sent clip" tabindex="-1">${one.number}</h1>
          <p class="csmall second">${nameOf(shopper, say)} · ${say.text('order', { number: orderNumber })} · ${say.when(one.createdAt)}</p></div>
        <span class="mk ${one.state === 'requested' ? 'warn' : ''}">${say.text(`state_${one.state}`)}</span></header>
      <div class="scroll body">
        <ul class="lines">${one.lines.map((line) => {
          const goods = names.get(line.line);
          return html`<li class="h">${picture(goods?.picture?.url, 40, 48)}<span class="grow"><span class="strong clip">${line.quantity} × ${goods?.name ?? line.line}</span>
            <span class="csmall second clip">${line.reason.replaceAll('_', ' ')} → ${line.outcome.replaceAll('_', ' ')}</span></span></li>`;
        })}</ul>
        <dl class="sums">${one.sums.map((sum) => html`<dt>${sum.kind.replaceAll('_', ' ')}</dt><dd class="num">${say.money(sum.amount)}</dd>`)}
          <dt><b>${say.text('total')}</b></dt><dd class="num"><b>${say.money(one.total)}</b></dd></dl>
        ${one.refusedWhy ? html`<p class="csmall second" dir="auto">${one.refusedWhy}</p>` : nothing}
        <ul class="story csmall second">${one.events.map((event) => html`<li class="h"><span class="grow">${say.text(`state_${event.state}`)}</span><span class="num">${say.when(event.at)}</span></li>`)}</ul>
      </div>
      ${this.#actions(one.id, steps[one.state] ?? [])}
    </section>`;
  }

  #actions(id: string, offered: readonly ReturnStep['step'][]): TemplateResult | typeof nothing {
    const { text } = this.say;
    const { busy, problem } = this.desk.$moving.get();
    const { session } = this.desk.session.$state.get();
    if (!offered.length) return nothing;
    if (session?.kind !== 'staff' || session.staff.role === 'agent')
      return html`<p class="foot csmall second">${text('leadsDecide')}</p>`;
    return html`<div class="foot">
      ${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      ${
        this.isRefusing
          ? this.#refusal(id)
          : html`<div class="h">${offered.map((step, nth) =>
              step === 'refuse'
                ? html`<button class="cb no" @click=${() => (this.isRefusing = true)}>${text('refuse')}</button>`
                : html`<button class="cb ${nth ? '' : 'go'}" aria-disabled=${busy} @click=${() => this.#move(id, { step })}>${text(step satisfies keyof Words)}</button>`,
            )}</div>`
      }
    </div>`;
  }

  #refusal(id: string): TemplateResult {
    const { text } = this.say;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      if (this.why.trim()) void this.#move(id, { step: 'refuse', why: this.why.trim() });
    };
    return html`<form @submit=${onSubmit}><label class="label" for="why">${text('why')}</label>
      <textarea id="why" rows="2" maxlength="500" dir="auto" .value=${this.why} @input=${({ target }: Event) => (this.why = (target as HTMLTextAreaElement).value)}></textarea>
      <div class="h"><button class="cb no">${text('refuse')}</button><button type="button" class="cb ctext" @click=${() => (this.isRefusing = false)}>${text('cancel')}</button></div></form>`;
  }

  async #move(id: string, step: ReturnStep): Promise<void> {
    if (this.desk.$moving.get().busy || !(await this.desk.move(id, step))) return;
    this.isRefusing = false;
    this.why = '';
  }
}
