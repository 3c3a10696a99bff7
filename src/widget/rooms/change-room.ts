import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReadableAtom } from 'nanostores';
import type { OrderActions, Verdict } from '../../contract/actions.ts';
import type { Order } from '../../contract/orders.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import type { Problem } from '../client/problem.ts';
import { money } from '../locales/figures.ts';
import type { Change } from '../stores/change.ts';
import type { RemoteStore } from '../stores/remote.ts';
import { choiceStyles } from '../ui/choice.ts';
import { errorLine } from '../ui/field.ts';
import { fieldStyles } from '../ui/field.styles.ts';
import { footStyles } from '../ui/foot.styles.ts';
import { parts } from '../ui/parts.styles.ts';
import { stateBlock } from '../ui/state-block.ts';
import type * as Below from './below.ts';
import { bones, failedBlock } from './absent.ts';
import { contactRows } from './contact.ts';
import type * as Questions from './questions.ts';
import { refusal } from './refusal.ts';
import { TaskRoom } from './task-room.ts';

/**
 * A task that changes an order: what it comes to is seen before it is agreed to, and nothing that
 * was chosen is lost on the way. A room says what is wished for; this one sees it done.
 */
export abstract class ChangeRoom<Request, Draft extends object> extends TaskRoom {
  static override styles = [...TaskRoom.styles, parts, fieldStyles, choiceStyles, footStyles];
  static override properties = [
    ...TaskRoom.properties,
    'order',
    'step',
    'was',
    'below',
    'questions',
  ];
  /** The order's id, or its number. */
  declare order: string;
  declare step: string | undefined;
  /** What was shown before it turned out to be something else. */
  declare private was: Quote | undefined;
  /** What says what it comes to, and why not; it comes beside the first answer. */
  declare private below: typeof Below | undefined;
  /** What is asked, where that is more than a screen. */
  declare protected questions: typeof Questions | undefined;

  /** Name of its drafts. */
  protected abstract readonly task: string;
  /** What it can no longer be, once it is refused. */
  protected abstract readonly refusedTitle: 'noCancel' | 'noChange' | 'noReturn' | 'noReport';
  protected abstract get change(): Change<Request>;
  /** May it be done at all? */
  protected abstract verdict(actions: OrderActions): Verdict;
  /** What is wished for by now; undefined where something is still to be answered. */
  protected abstract wished(order: Order): Request | undefined;
  /** It is known what is wished for: what says so is there. */
  protected get isReady(): boolean {
    return true;
  }
  /** What is to be answered first, in words. */
  protected abstract missing(order: Order): string;
  protected abstract screen(order: Order): TemplateResult;

  protected get quote(): Quote | undefined {
    return this.change.shown();
  }
  /** What it came to when that was known last: who pays is asked by it, and stays asked. */
  protected get last(): Quote | undefined {
    return this.change.quote.$state.get().value;
  }

  protected get read() {
    return this.desk.order(this.order);
  }
  protected get draft(): Partial<Draft> {
    return this.desk.drafts.read<Partial<Draft>>(`${this.task} ${this.order}`) ?? {};
  }
  protected keep(answers: Partial<Draft>): void {
    this.desk.drafts.write(`${this.task} ${this.order}`, { ...this.draft, ...answers });
    this.error = '';
    this.was = undefined;
    this.requestUpdate();
  }

  /** What its questions show beside the order and the quote. */
  protected beside(_order: Order): readonly RemoteStore<unknown>[] {
    return [];
  }
  #reads(): readonly RemoteStore<unknown>[] {
    const { read } = this;
    const { value } = read.$state.get();
    return [read, ...(value ? this.beside(value) : [])];
  }
  protected override shown(): readonly ReadableAtom<unknown>[] {
    const photos = this.questions ? [this.questions.photosOf(this.desk).$state] : [];
    const read = this.#reads().map(({ $state }) => $state);
    return [this.change.quote.$state, ...read, ...photos];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.getParts();
    // back from giving a code: what it was for is done now
    if (this.change.taken()) void this.confirm();
  }

  /** What comes in chunks of its own: asked for at once, and again before something is agreed to. */
  protected async getParts(): Promise<void> {
    this.below ??= await this.bring(import('./below.ts'));
  }

  protected async getQuestions(): Promise<void> {
    this.questions ??= await this.bring(import('./questions.ts'));
  }

  /** Nothing is agreed to that was not seen. */
  protected override async bring<Part extends object>(
    coming: Promise<Part>,
  ): Promise<Part | undefined> {
    const part = await super.bring(coming);
    if (!part) this.error = this.words.text('roomFailed');
    return part;
  }

  protected override willUpdate(): void {
    if (this.who.kind !== 'customer') return;
    const { value } = this.read.$state.get();
    // before the others: among them may be what it comes to
    if (value && !this.busy && this.isReady) this.change.wish(this.wished(value));
    for (const { need } of this.#reads()) need();
  }

  protected override updated(): void {
    this.onlyCustomers(this.task, { room: 'order', id: this.order });
  }

  protected confirm = async (): Promise<void> => {
    const { value: order } = this.read.$state.get();
    if (this.busy || !order) return;
    this.error = this.missing(order);
    if (this.error) return;
    this.was = undefined;
    await this.do(async () => {
      await this.getParts();
      const wish = this.wished(order);
      if (!this.below || wish === undefined) return;
      this.change.wish(wish);
      const { quote: shown } = this;
      const confirmed = await this.change.confirm();
      if (confirmed.is === 'done') await this.done(confirmed.receipt);
      else if (confirmed.is === 'unproven') this.desk.route.go('sign-in/self');
      else this.was = shown ?? this.quote;
    });
  };

  protected override failed(problem: Problem): void {
    this.error = this.saidOf(problem);
    // it may have gone on meanwhile: then the order says so
    if (this.below?.isRuleProblem(problem.code)) void this.read.load();
  }

  /** The order is as it is now when the shopper sees it again. */
  protected async done(receipt: Receipt): Promise<void> {
    const { desk, order, below } = this;
    desk.drafts.write(`${this.task} ${order}`, undefined);
    await this.read.load();
    if (below) desk.use(below.createReceipts).tell(receipt);
    this.toOrder();
  }

  /** Over all screens of this task. */
  protected toOrder = (): void => {
    const { route } = this.desk;
    // a screen of its own task is no way back
    while (route.here().room === this.task && route.back());
    if (route.here().room !== 'order') route.enter({ room: 'order', id: this.order });
  };

  /** Over the screens that look for a product, to the one that it is for. */
  protected toStep(step: string): void {
    const { route } = this.desk;
    const place = { room: this.task, id: this.order, step };
    const isBeside = () => /(^|\/)(shop|which)\//.test(`${route.here().step}/`);
    while (isBeside() && route.back());
    if (isBeside()) route.replace(place);
    else if (route.here().step !== step) route.go(place);
  }

  protected saidOf(problem: Problem): string {
    const { words } = this;
    const { code } = problem;
    if (this.below?.isRuleProblem(code)) return this.below.whyNot({ reason: code }, words);
    if (code === 'offline') return words.text('keptOffline');
    // where it is told when, that is when
    if (code === 'unreachable' || (code === 'unavailable' && !problem.retryAt))
      return words.text('onceOnly');
    return refusal(problem, words);
  }

  /** The lower edge: what is agreed to, what went wrong, and the button that does it, or sends the form. */
  protected foot(
    label: string,
    act: (() => void) | 'form' = this.confirm,
    agreed?: TemplateResult,
  ): TemplateResult {
    const state = this.change.quote.$state.get();
    const failed = state.is === 'failed' && !this.below?.isFinal(state.problem.code);
    const said = this.error || (failed ? this.saidOf(state.problem) : '') || this.#changed();
    const isForm = act === 'form';
    return html`<div class="ft">
      ${agreed} ${errorLine(said)}
      <button class="btn" form=${isForm ? act : nothing} aria-disabled=${this.busy} aria-describedby=${said ? 'error' : nothing}
        @click=${isForm ? nothing : act}>${label}</button>
    </div>`;
  }

  #changed(): string {
    const { words, quote: now } = this;
    if (!this.was || !now) return '';
    const sum = ({ total }: Quote) => money({ ...total, amount: Math.abs(total.amount) }, words);
    const sums = { before: sum(this.was), now: sum(now) };
    return sums.before === sums.now ? words.text('quoteAnew') : words.text('quoteChanged', sums);
  }

  /** How it adds up, once that is known; `moves`: with the ways the money goes. */
  protected sums(order: Order, moves = true): TemplateResult | typeof nothing {
    const { quote } = this;
    if (!quote || !this.below)
      return this.change.quote.$state.get().is === 'loading' ? this.bones : nothing;
    const shown = moves ? quote : { ...quote, moves: [] };
    return this.below.quoteSums(shown, order.lines, this.words);
  }

  /** Why not, in words. */
  protected why(no: Parameters<typeof Below.whyNot>[0]): string {
    return this.below?.whyNot(no, this.words) ?? '';
  }

  protected get bones(): TemplateResult {
    return bones(3, this.words);
  }

  #refused(no: Parameters<typeof Below.whyNot>[0]): TemplateResult {
    const { text } = this.words;
    return html`${stateBlock({
      icon: 'box',
      title: text(this.refusedTitle),
      text: this.why(no),
      actions: html`<button class="btn" @click=${this.toOrder}>${text('backToOrder')}</button>`,
    })}
    ${no.instead === 'wait' ? nothing : contactRows(this.desk)}`;
  }

  #silent(problem: Problem): TemplateResult {
    return failedBlock(this.desk, {
      ...{ title: 'orderFailed', safe: 'orderSafe', problem, again: this.read.load },
    });
  }

  protected override render(): TemplateResult {
    const { value, problem } = this.read.$state.get();
    if (!value) return problem ? this.#silent(problem) : this.bones;
    const verdict: Verdict = value.actions
      ? this.verdict(value.actions)
      : { allowed: false, reason: 'not_offered' };
    if (!verdict.allowed) return this.#refused(verdict);
    const quote = this.change.quote.$state.get();
    if (quote.is === 'failed' && this.below?.isFinal(quote.problem.code))
      return this.#refused({ reason: quote.problem.code });
    return this.screen(value);
  }
}
