import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderActions } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Receipt } from '../../../contract/quotes.ts';
import type { Problem } from '../../client/problem.ts';
import { TimeLeft } from '../../host/time-left.ts';
import { ToastTime } from '../../host/toast-time.ts';
import { createReceipts } from '../../stores/receipts.ts';
import { errorLine } from '../../ui/field.ts';
import { fieldStyles } from '../../ui/field.styles.ts';
import { parts } from '../../ui/parts.styles.ts';
import { ringStyles } from '../../ui/ring.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { stepRow } from '../../ui/row.ts';
import { toast, toastStyles } from '../../ui/toast.ts';
import { whyNot } from '../reasons.ts';
import { TaskRoom } from '../task-room.ts';
import { cameOf, canUndo, receiptRow } from './receipt-rows.ts';
import { timeToChange } from './time-to-change.ts';
import { styles } from './fd-order-changes.styles.ts';

/** Why not to return, where nobody would have thought they could. */
const UNSAID: ReadonlySet<string> = new Set(['not_offered', 'not_delivered']);

/** @summary What can be done with an order and until when, what was done, and the way back. */
export class FdOrderChanges extends TaskRoom {
  static override styles = [
    ...[...TaskRoom.styles, parts, fieldStyles],
    ...[ringStyles, toastStyles, styles],
  ];
  static override properties = [...TaskRoom.properties, 'order', 'value'];
  /** The order's id, or its number. */
  declare order: string;
  declare value: Order;
  readonly #time = new TimeLeft(this, () => void this.#read.load());
  readonly #toast = new ToastTime(this, () => this.#receipts.tell(undefined));
  #told: Receipt | undefined;

  get #receipts() {
    return this.desk.use(createReceipts);
  }
  get #read() {
    return this.desk.order(this.order);
  }

  protected override shown() {
    return [this.#receipts.$fresh];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // back from giving a code: what it was for is done now
    const receipt = this.#receipts.undoing.taken();
    if (receipt) void this.#undo(receipt);
  }

  protected override updated(): void {
    // nothing to say takes no room either
    this.toggleAttribute('empty', !this.renderRoot.childElementCount);
    const fresh = this.#receipts.$fresh.get();
    if (fresh === this.#told) return;
    this.#told = fresh;
    if (!fresh) return;
    this.desk.announce(this.#done(fresh));
    this.#toast.start();
  }

  override focusStart(): void {
    const after = this.renderRoot.querySelector<HTMLElement>('.receipts, .card');
    after?.focus({ preventScroll: true });
  }

  #undo(receipt: Receipt): Promise<void> {
    return this.do(async () => {
      const undone = await this.#receipts.undoing.grant(receipt);
      if (!undone) return this.desk.route.go('sign-in/self');
      await this.#read.load();
      this.#receipts.tell(undone);
    });
  }

  protected override failed(problem: Problem): void {
    if (problem.code !== 'undo_over') return super.failed(problem);
    this.error = this.words.text('undoOver');
    void this.#read.load();
  }

  #done({ kind, state, report }: Receipt): string {
    const { text } = this.words;
    if (state === 'undone') return text('undone');
    if (state === 'in_review') return text('inReview');
    if (report) return text(cameOf(report));
    return text(kind === 'cancellation' ? 'cancelDone' : kind === 'edit' ? 'editDone' : 'done');
  }

  #go = (room: string) => () => this.desk.route.go({ room, id: this.order });

  /** It is there: it may go back, or why not. What is over can be bought again. */
  #over(actions: OrderActions | undefined): TemplateResult | typeof nothing {
    const { status } = this.value.progress;
    if (status !== 'delivered' && status !== 'cancelled') return nothing;
    const { text } = this.words;
    const back = status === 'delivered' ? actions?.return : undefined;
    const canReturn = !!back && (back.allowed || actions?.exchange.allowed);
    const canBuy = this.desk.config.cart !== undefined;
    return html`${
      canReturn || canBuy
        ? html`<div class="two">
            ${canReturn ? html`<button class="btn" @click=${this.#go('return')}>${text('returnOrSwap')}</button>` : nothing}
            ${canBuy ? html`<button class="btn quiet" @click=${this.#go('again')}>${text('buyAgain')}</button>` : nothing}
          </div>`
        : nothing
    }
    ${
      !back || canReturn || back.allowed || UNSAID.has(back.reason)
        ? nothing
        : html`<p class="second">${whyNot(back, this.words)}</p>`
    }`;
  }

  /** Quiet: most orders have nothing wrong with them. */
  #wrong({ report, reports }: OrderActions): TemplateResult | typeof nothing {
    if (!report.allowed || !reports.length) return nothing;
    const row = { lead: roomIcon('info'), title: this.words.text('somethingWrong') };
    return html`<div class="list">${stepRow(row, this.#go('report'))}</div>`;
  }

  #list(receipts: readonly Receipt[]): TemplateResult | typeof nothing {
    if (!receipts.length) return nothing;
    const open = (id: string) => this.desk.route.go({ room: 'returned', id });
    return html`<section class="sec receipts" tabindex="-1" aria-labelledby="receipts">
      <h2 class="head" id="receipts">${this.words.text('whatWasDone')}</h2>
      <ul class="list">${receipts.map((one) => receiptRow(one, this.words, { undo: () => void this.#undo(one), open }))}</ul>
    </section>`;
  }

  #news(): TemplateResult | typeof nothing {
    const fresh = this.#receipts.$fresh.get();
    if (!fresh || fresh.order !== this.value.id) return nothing;
    const action = canUndo(fresh)
      ? { label: this.words.text('undo'), act: () => void this.#undo(fresh) }
      : undefined;
    return toast({ text: this.#done(fresh), action, time: this.#toast });
  }

  protected override render(): TemplateResult {
    const { actions, receipts = [] } = this.value;
    const view = { words: this.words, time: this.#time, go: this.#go };
    return html`${actions && timeToChange(this.value, actions, view)} ${this.#over(actions)} ${actions && this.#wrong(actions)}
      ${this.#list(receipts)} ${errorLine(this.error)} ${this.#news()}`;
  }
}
