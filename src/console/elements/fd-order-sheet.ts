import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { StaffOrder, StaffQuote, StaffReason } from '../../contract/staff-orders.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import type { OrderAct, OrderWork } from '../stores/orders.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { orderSheetStyles } from './fd-order-sheet.styles.ts';
import { settingParts } from './fd-settings.styles.ts';
import { draftOf, productsIn, type OrderDraft } from './order-draft.ts';
import { orderFields } from './order-fields.ts';
import { requestOf } from './order-wish.ts';
import { beyondWords } from './order-words.ts';

const reasons = [
  ...(['customer_asked', 'out_of_stock', 'our_mistake'] as const),
  ...(['fraud_suspected', 'goodwill', 'other'] as const),
] satisfies readonly StaffReason[];

/** @summary What is done to an order for its customer: the choice, what it comes to, and why. */
export class FdOrderSheet extends DeskElement {
  static override styles = [...DeskElement.styles, fieldStyles, settingParts, orderSheetStyles];
  static override properties = [...DeskElement.properties, 'drafts', 'reason', 'words'];
  /** By act: as long as the order is open, nothing typed is lost. */
  declare private drafts: Readonly<Partial<Record<OrderAct, OrderDraft>>>;
  declare private reason: StaffReason;
  declare private words: string;
  /** The order they are of. */
  #of = '';
  /** What was asked for when it was last drawn. */
  #told: OrderWork['asked'];

  constructor() {
    super();
    this.drafts = {};
    this.reason = 'customer_asked';
    this.words = '';
  }

  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }
  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override shown() {
    const { $act, $order, $work } = this.desk.orders;
    return [$act, $order, $work, this.desk.products.$known];
  }

  protected override willUpdate(): void {
    const { orders, products } = this.desk;
    const act = orders.$act.get();
    const { value } = orders.$order.get();
    if (!act || !value) return;
    if (this.#of !== value.order.id) this.drafts = {};
    this.#of = value.order.id;
    const draft = this.drafts[act] ?? draftOf(value, act);
    this.drafts = { ...this.drafts, [act]: draft };
    for (const id of productsIn(draft, act, value.order)) products.need(id);
  }

  protected override updated(): void {
    const act = this.desk.orders.$act.get();
    if (act && !this.isOpen) this.#dialog?.showModal();
    if (!act && this.isOpen) this.#dialog?.close();
    const { asked } = this.desk.orders.$work.get();
    // what was pressed is gone: on to what comes next
    if (asked && asked !== this.#told) this.renderRoot.querySelector<HTMLElement>('#why')?.focus();
    this.#told = asked;
  }

  protected override render(): TemplateResult {
    const { orders } = this.desk;
    const { text } = this.say;
    const act = orders.$act.get();
    const { value } = orders.$order.get();
    const draft = act && this.drafts[act];
    const title = act ? text(`may_${act}`) : '';
    return html`<dialog aria-label=${title} @close=${() => orders.begin(undefined)}>
      <div class="h head-row"><h2 class="sent grow" tabindex="-1" autofocus>${title}</h2><button class="cib" aria-label=${text('close')} @click=${() => this.#dialog?.close()}>${icon('close')}</button></div>
      ${act && value && draft ? this.#body(act, value, draft) : nothing}
    </dialog>`;
  }

  #body(act: OrderAct, value: StaffOrder, draft: OrderDraft): TemplateResult {
    const { say } = this;
    const { busy, asked, problem } = this.desk.orders.$work.get();
    const request = requestOf(draft, act, value);
    const onSubmit = (event: Event) => {
      event.preventDefault();
      if (request) void this.desk.orders.quote(request);
    };
    const set = (more: Partial<OrderDraft>) => {
      this.drafts = { ...this.drafts, [act]: { ...draft, ...more } };
      this.desk.orders.change();
    };
    const takeOut = (line: string) => {
      const units = Object.fromEntries(
        value.order.lines.map(({ id, quantity }) => [id, id === line ? quantity : 0]),
      );
      this.drafts = { ...this.drafts, cancel: { ...draftOf(value, 'cancel'), units } };
      this.desk.orders.begin('cancel');
    };
    return html`<div class="body" tabindex="0">
      <form class="wide" @submit=${onSubmit}>
        ${orderFields({ act, value, draft, say, set, takeOut, products: this.desk.products })}
        ${asked ? nothing : html`<div class="acts"><button class="cb go" aria-disabled=${busy || !request}>${say.text('seeSums')}</button></div>`}
      </form>
      ${problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, say)}</p>` : nothing}
      ${asked ? this.#quote(asked.quote, value, busy) : nothing}
    </div>`;
  }

  #quote({ sums, total, moves, beyond, review }: StaffQuote, value: StaffOrder, busy: boolean) {
    const { say } = this;
    const nameIn = (line: string | undefined) =>
      value.order.lines.find(({ id }) => id === line)?.name;
    const even = moves.length ? 'money' : 'nothingMoves';
    const title = total.amount < 0 ? 'paysMore' : total.amount > 0 ? 'total' : even;
    return html`<div class="card" role="status"><p class="label">${say.text(title)}</p>
        ${total.amount === 0 ? nothing : html`<p class="total num">${say.money({ ...total, amount: Math.abs(total.amount) })}</p>`}
        <dl>${sums.map(
          (sum) =>
            html`<dt>${sum.label ?? (sum.kind === 'item' ? nameIn(sum.line) : undefined) ?? say.text(`sum_${sum.kind}`)}</dt><dd class="num">${say.money(sum.amount)}</dd>`,
        )}
        ${moves.map(({ label, lastFour, amount }) => html`<dt class="second">${label}${lastFour ? ` •• ${lastFour}` : ''}</dt><dd class="num second">${say.money(amount)}</dd>`)}</dl></div>
      ${beyond.length ? html`<p class="cerr">${icon('alert', 's16')}<span><b>${say.text('beyond')}</b>: ${beyondWords(beyond, say)}</span></p>` : nothing}
      ${review ? html`<p class="csmall second">${say.text('inReview')}</p>` : nothing}
      ${this.#why(busy)}`;
  }

  #why(busy: boolean): TemplateResult {
    const { text } = this.say;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#confirm();
    };
    return html`<form class="wide" @submit=${onSubmit}>
      <div class="f"><label class="label" for="why">${text('whyStaff')}</label>
        <select class="in" id="why" @change=${({ target }: Event) => (this.reason = reasons.find((one) => one === (target as HTMLSelectElement).value) ?? 'other')}>
          ${reasons.map((one) => html`<option value=${one} ?selected=${one === this.reason}>${text(`why_${one}`)}</option>`)}</select></div>
      <div class="f"><label class="label" for="words">${text('inWords')}</label>
        <textarea class="in" id="words" rows="2" maxlength="500" dir=${this.words ? 'auto' : nothing} .value=${this.words} @input=${({ target }: Event) => (this.words = (target as HTMLTextAreaElement).value)}></textarea></div>
      <div class="acts"><button class="cb go" aria-disabled=${busy || !this.words.trim()}>${text('doIt')}</button></div>
    </form>`;
  }

  async #confirm(): Promise<void> {
    const words = this.words.trim();
    const act = this.desk.orders.$act.get();
    if (!words || !(await this.desk.orders.confirm({ reason: this.reason, words }))) return;
    this.words = '';
    // what else was begun names what is to be another, and no more: it holds for the order as it is now
    const { editItems } = this.drafts;
    this.drafts = act !== 'editItems' && editItems ? { editItems } : {};
  }
}
