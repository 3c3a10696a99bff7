import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReadableAtom } from 'nanostores';
import type { OrderActions, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Receipt } from '../../../contract/quotes.ts';
import type { ReturnRequest } from '../../../contract/returns.ts';
import { createReturnWishes } from '../../stores/return-wishes.ts';
import { createReturns } from '../../stores/returns.ts';
import { progressBar } from '../../ui/progress.ts';
import { ChangeRoom } from '../change-parts.ts';
import { orderStyles, quantityStyles } from '../order-lines.ts';
import { styles } from './fd-return.styles.ts';
import type * as Later from './later.ts';
import { goingOf, methodsOf, requestOf, type Going, type ReturnDraft } from './return-draft.ts';
import { itemsScreen } from './return-items.ts';
import { reasonScreen } from './return-reason.ts';
import { returnRows } from './return-rows.ts';
import type { ReturnView } from './return-screen.ts';

const STEPS = 4;

/**
 * @summary Send something back: what, why, what for, and how, one question a screen, with the money
 * in sight before it is agreed to. `step` is "reason/LINE", "outcome" or "method"; none: what goes.
 */
export class FdReturn extends ChangeRoom<ReturnRequest, ReturnDraft> {
  static override styles = [...ChangeRoom.styles, orderStyles, quantityStyles, styles];
  static override properties = [...ChangeRoom.properties, 'later'];
  /** The last two questions: they come while the first are answered. */
  declare private later: typeof Later | undefined;
  protected readonly task = 'return';
  protected readonly refusedTitle = 'noReturn';

  protected get change() {
    return this.desk.use(createReturnWishes)(this.order);
  }
  get #about(): string | undefined {
    return /^reason\/(.+)/.exec(this.step ?? '')?.[1];
  }
  get #isLater(): boolean {
    return this.step === 'outcome' || this.step === 'method';
  }
  get #returns(): readonly string[] {
    return this.step ? [] : (this.read.$state.get().value?.returns ?? []);
  }

  protected override shown(): readonly ReadableAtom<unknown>[] {
    const { one } = this.desk.use(createReturns);
    const { value } = this.read.$state.get();
    const beside = value && this.#isLater ? this.later?.shown(this.#view(value)) : undefined;
    return [
      ...super.shown(),
      ...this.#returns.map((id) => one(id).$state),
      ...(beside ?? []).map(({ $state }) => $state),
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.step) void this.#getLater();
  }
  async #getLater(): Promise<void> {
    try {
      this.later ??= await import('./later.ts');
    } catch (error) {
      console.error(error);
      if (this.#isLater) this.error = this.words.text('roomFailed');
    }
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.desk.session.$session.get().kind !== 'customer') return;
    const { one } = this.desk.use(createReturns);
    for (const id of this.#returns) one(id).need();
    const { value } = this.read.$state.get();
    if (!value || !this.#isLater) return;
    for (const { need } of this.later?.shown(this.#view(value)) ?? []) need();
  }

  /** What may not go back for money may still be swapped. */
  protected verdict({ return: back, exchange }: OrderActions): Verdict {
    return back.allowed ? back : exchange.allowed ? exchange : back;
  }

  protected wished(order: Order): ReturnRequest | undefined {
    return this.#isLater ? requestOf(order, this.draft) : undefined;
  }

  protected missing(order: Order): string {
    const { text } = this.words;
    const going = goingOf(order, this.draft);
    const isAsked = ({ line }: Going) => this.#isLater || line.id === this.#about;
    if (!going.length) return text('nothingChosen');
    if (!this.step) return '';
    if (going.some((one) => isAsked(one) && !one.offer)) return text('reasonMissing');
    if (going.some((one) => isAsked(one) && one.offer?.photo)) return text('photoNeeded');
    return this.#isLater && !requestOf(order, this.draft) ? text('swapMissing') : '';
  }

  #view(order: Order): ReturnView {
    const { desk, draft, words } = this;
    return {
      ...{ order, desk, draft, words, going: goingOf(order, draft) },
      quote: this.change.quote.$state.get().value,
      keep: (answers) => this.keep(answers),
      about: (line, answers) =>
        this.keep({
          lines: { ...draft.lines, [line]: { ...draft.lines?.[line], ...answers } },
        }),
      on: () => this.#on(order),
      sums: () => this.sums(order),
      why: (no) => this.why(no),
      foot: (label, act) => this.foot(label, act),
    };
  }

  #on(order: Order): void {
    this.error = this.missing(order);
    if (this.error) return;
    const going = goingOf(order, this.draft);
    const at = going.findIndex(({ line }) => line.id === this.#about);
    const next = going[at + 1]?.line.id;
    const isAsking = this.step !== 'outcome' && next !== undefined;
    const step = this.step === 'outcome' ? 'method' : isAsking ? `reason/${next}` : 'outcome';
    this.desk.route.go({ room: this.task, id: this.order, step });
  }

  /** It is under way: its own room says what is to be done, and back leads to the order. */
  protected override async done(receipt: Receipt): Promise<void> {
    const { desk, order } = this;
    desk.drafts.write(`${this.task} ${order}`, undefined);
    void this.read.load();
    this.toOrder();
    if (receipt.return) desk.route.go({ room: 'returned', id: receipt.return });
  }

  #progress(going: readonly Going[]): TemplateResult {
    const { text } = this.words;
    const at = this.step === 'method' ? 4 : this.step === 'outcome' ? 3 : this.step ? 2 : 1;
    const n = going.findIndex(({ line }) => line.id === this.#about) + 1;
    const name = text(
      (['whatGoesBack', 'whatWrong', 'whatInstead', 'howSend'] as const)[at - 1] ?? 'howSend',
    );
    const done = at === 2 && going.length > 1 ? 1 + n / going.length : at;
    return html`<div class="steps">${progressBar(done, text('step', { n: at, of: STEPS, name }))}</div>`;
  }

  protected screen(order: Order): TemplateResult {
    const view = this.#view(order);
    const about = view.going.find(({ line }) => line.id === this.#about);
    return html`${this.#progress(view.going)} ${this.#question(view, about)}`;
  }

  #question(view: ReturnView, about: Going | undefined): TemplateResult {
    if (about) return reasonScreen(view, about);
    // what it was about stays after all
    if (!this.#isLater || !view.going.length) return itemsScreen(view, this.#earlier());
    if (!this.later) return this.bones;
    const isLast = this.step === 'method' || methodsOf(view.order, view.going).length < 2;
    return this.step === 'method'
      ? this.later.methodScreen(view)
      : this.later.outcomeScreen(view, isLast);
  }

  #earlier(): TemplateResult | typeof nothing {
    const { one } = this.desk.use(createReturns);
    const known = this.#returns.flatMap((id) => one(id).$state.get().value ?? []);
    return returnRows(known, this.words, (id) => this.desk.route.go({ room: 'returned', id }));
  }

  protected override render(): TemplateResult {
    const { value } = this.read.$state.get();
    const isOpen = !!value?.actions && this.verdict(value.actions).allowed;
    return html`${super.render()}${value && !isOpen ? this.#earlier() : nothing}`;
  }
}
