import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReturnStep, StaffReturn } from '../../contract/inbox.ts';
import type { ReturnState } from '../../contract/returns.ts';
import { picture } from '../../widget/ui/picture.ts';
import { DeskElement, icon, nameOf, sentence } from './desk-element.ts';
import { returnSheetStyles } from './fd-return-sheet.styles.ts';
import { sentPictures } from './sent-pictures.ts';

/** What may come next; the backend has the last word. */
const steps: Readonly<Partial<Record<ReturnState, readonly ReturnStep['step'][]>>> = {
  requested: ['approve', 'refuse'],
  approved: ['receive', 'refuse'],
  label_sent: ['receive'],
  in_transit: ['receive'],
  received: ['inspect', 'refuse'],
  inspected: ['settle'],
};

/** @summary One return: what goes back and why, what it comes to, and what the shop says to it. */
export class FdReturnSheet extends DeskElement {
  static override styles = [...DeskElement.styles, returnSheetStyles];
  static override properties = [...DeskElement.properties, 'value', 'isRefusing', 'why'];
  declare value: StaffReturn;
  declare private isRefusing: boolean;
  declare private why: string;

  constructor() {
    super();
    this.isRefusing = false;
    this.why = '';
  }

  protected override shown() {
    return [this.desk.session.$state, this.desk.$moving];
  }

  protected override render(): TemplateResult {
    const { say } = this;
    const { return: one, with: shopper, orderNumber } = this.value;
    return html`<section class="col" aria-label=${one.number}>
      <header class="top"><a class="cib back" href="#returns" aria-label=${say.text('back')}>${icon('back')}</a>
        <div class="grow"><h1 class="sent clip" tabindex="-1">${one.number}</h1>
          <p class="csmall second"><bdi>${nameOf(shopper, say)}</bdi> · ${say.text('order', { number: orderNumber })} · ${say.when(one.createdAt)}</p></div>
        <span class="mk ${one.state === 'requested' ? 'warn' : ''}">${say.text(`state_${one.state}`)}</span></header>
      <div class="scroll body" tabindex="0">${this.#goods()}
        <div class="side">${this.#sums()} ${this.#actions(one.id, steps[one.state] ?? [])} ${this.#story()}</div></div>
    </section>`;
  }

  #goods(): TemplateResult {
    const { say } = this;
    const { return: one, lines } = this.value;
    const known = new Map(lines.map((line) => [line.line, line]));
    return html`<ul class="lines">${one.lines.map((line) => {
      const goods = known.get(line.line);
      return html`<li><div class="h">${picture(goods?.picture?.url, 40, 48)}<span class="grow"><span class="strong clip">${line.quantity} × <bdi>${goods?.name ?? line.line}</bdi></span>
        <span class="csmall second clip">${say.text(`reason_${line.reason}`)} · ${say.text(`outcome_${line.outcome}`)}</span></span></div>
        ${sentPictures(line.photos, (id) => this.desk.picture(id), say.text('picture'))}</li>`;
    })}</ul>`;
  }

  #sums(): TemplateResult {
    const { say } = this;
    const { return: one, lines } = this.value;
    const nameIn = (line: string | undefined) => lines.find((each) => each.line === line)?.name;
    return html`<div class="card"><p class="label">${say.text('total')}</p><p class="total num">${say.money(one.total)}</p>
      <dl>${one.sums.map(
        (sum) =>
          html`<dt>${sum.label ?? (sum.kind === 'item' ? nameIn(sum.line) : undefined) ?? say.text(`sum_${sum.kind}`)}</dt><dd class="num">${say.money(sum.amount)}</dd>`,
      )}</dl></div>`;
  }

  #story(): TemplateResult {
    const { say } = this;
    const { events, refusedWhy } = this.value.return;
    return html`${refusedWhy ? html`<p class="csmall second" dir="auto">${refusedWhy}</p>` : nothing}
      <ul class="csmall second">${events.map((event) => html`<li class="h"><span class="grow">${say.text(`state_${event.state}`)}</span><span class="num">${say.when(event.at)}</span></li>`)}</ul>`;
  }

  #actions(id: string, offered: readonly ReturnStep['step'][]): TemplateResult | typeof nothing {
    const { text } = this.say;
    const { busy, problem } = this.desk.$moving.get();
    const { session } = this.desk.session.$state.get();
    if (!offered.length) return nothing;
    if (session?.kind !== 'staff' || session.staff.role === 'agent')
      return html`<p class="csmall second">${text('leadsDecide')}</p>`;
    const button = (step: ReturnStep['step'], nth: number) =>
      step === 'refuse'
        ? html`<button class="cb no" @click=${() => (this.isRefusing = true)}>${text('refuse')}</button>`
        : html`<button class="cb ${nth ? '' : 'go'}" aria-disabled=${busy} @click=${() => this.#move(id, { step })}>${text(step)}</button>`;
    return html`${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      ${this.isRefusing ? this.#refusal(id) : offered.map(button)}`;
  }

  #refusal(id: string): TemplateResult {
    const { text } = this.say;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      if (this.why.trim()) void this.#move(id, { step: 'refuse', why: this.why.trim() });
    };
    return html`<form @submit=${onSubmit}><label class="label" for="why">${text('why')}</label>
      <textarea id="why" rows="3" maxlength="500" dir=${this.why ? 'auto' : nothing} .value=${this.why} @input=${({ target }: Event) => (this.why = (target as HTMLTextAreaElement).value)}></textarea>
      <div class="h"><button class="cb no">${text('refuse')}</button><button type="button" class="cb ctext" @click=${() => (this.isRefusing = false)}>${text('cancel')}</button></div></form>`;
  }

  async #move(id: string, step: ReturnStep): Promise<void> {
    if (this.desk.$moving.get().busy || !(await this.desk.move(id, step))) return;
    this.isRefusing = false;
    this.why = '';
  }
}
