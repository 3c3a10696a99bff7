import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderActions, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Receipt } from '../../../contract/quotes.ts';
import type { ReturnRequest } from '../../../contract/returns.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { createReturnWishes } from '../../stores/return-wishes.ts';
import { ChangeRoom } from '../change-parts.ts';
import type * as Questions from '../questions.ts';
import type { LineAnswers, ReturnDraft } from './return-draft.ts';
import type { ReturnScreen, ReturnView } from './return-screen.ts';

/**
 * @summary Send something back: what, why, what for, and how, one question a screen, with the money
 * in sight before it is agreed to. `step` is "reason/LINE", "outcome", "method" or one of those
 * below; none: what goes.
 */
export class FdReturn extends ChangeRoom<ReturnRequest, ReturnDraft> {
  protected readonly task = 'return';
  protected readonly refusedTitle = 'noReturn';

  protected get change() {
    return this.desk.use(createReturnWishes)(this.order);
  }
  /** Of its step. */
  get #name(): string {
    return /^\w*/.exec(this.step ?? '')![0];
  }
  get #isLater(): boolean {
    return this.#name !== '' && this.#name !== 'reason';
  }

  /** The screen of its step, where only some are asked. */
  get #page(): ReturnScreen | undefined {
    return this.questions?.screens[this.#name];
  }

  protected override beside(order: Order): readonly RemoteStore<unknown>[] {
    const { questions } = this;
    if (!questions) return [];
    if (!this.step) return questions.readReturns(order.returns ?? [], this.desk);
    if (!this.#isLater) return [];
    const page = this.#page;
    const view = this.#view(order, questions);
    const methods = questions.hasSwap(view.going) ? [this.#methods(questions)] : [];
    return [...methods, ...((page ? page.shown?.(view) : questions.outcomeShown(view)) ?? [])];
  }

  protected override async getParts(): Promise<void> {
    await Promise.all([this.getQuestions(), super.getParts()]);
  }

  /** What may not go back for money may still be swapped. */
  protected verdict({ return: back, exchange }: OrderActions): Verdict {
    return back.allowed ? back : exchange.allowed ? exchange : back;
  }
  protected override get isReady(): boolean {
    return !!this.questions;
  }
  protected wished(order: Order): ReturnRequest | undefined {
    return this.#isLater ? this.questions?.requestOf(order, this.draft) : undefined;
  }
  protected missing(order: Order): string {
    const { questions } = this;
    return questions ? questions.missing(this.#view(order, questions), this.step) : '';
  }

  #view(order: Order, questions: typeof Questions): ReturnView {
    const { desk, draft, words } = this;
    const placeOf = (line: string) => `${order.id} ${line}`;
    // a picture may get there long after this was shown: others may be answered by then
    const about = (line: string, answers: LineAnswers) => {
      const { lines } = this.draft;
      this.keep({ lines: { ...lines, [line]: { ...lines?.[line], ...answers } } });
    };
    const view: ReturnView = {
      ...{ order, desk, draft, words, going: questions.goingOf(order, draft), isLast: false },
      methods: this.#methods(questions).$state.get().value?.items,
      ...{ quote: this.quote, last: this.last },
      keep: (answers) => this.keep(answers),
      about,
      photos: (line, offer) =>
        questions.isPictured(offer, !!desk.shop?.capabilities.uploads)
          ? questions.photoQuestion({
              ...{ desk, place: placeOf(line), isAsked: !!offer.photo },
              ids: draft.lines?.[line]?.photos ?? [],
              keep: (change) =>
                about(line, { photos: change(this.draft.lines?.[line]?.photos ?? []) }),
            })
          : nothing,
      otherwise: (answers) => {
        const request = questions.requestOf(order, answers);
        return request && this.change.otherwise(request);
      },
      isWaiting: (line) => questions.isWaiting(desk, placeOf(line)),
      on: () => this.#on(order, questions),
      go: this.#go,
      sums: () => this.sums(order),
      bones: () => this.bones,
      why: (no) => this.why(no),
      foot: (...edge) => this.foot(...edge),
      end: () => questions.endOf(view),
    };
    view.isLast = questions.nextStep(this.step, view) === undefined;
    return view;
  }

  #methods = ({ createCustomer }: typeof Questions) => this.desk.use(createCustomer).methods;

  #go = (step: string): void => this.desk.route.go({ room: this.task, id: this.order, step });

  #on(order: Order, questions: typeof Questions): void {
    this.error = this.missing(order);
    if (this.error) return;
    if (this.#name === 'which') return this.toStep('outcome');
    void this.do(async () => {
      // what is asked next depends on what it comes to
      await this.change.settled(() => this.wished(order));
      if (!this.isConnected) return;
      const next = questions.nextStep(this.step, this.#view(order, questions));
      if (next) this.#go(next);
    });
  }

  /** It is under way: its own room says what is to be done, and back leads to the order. */
  protected override async done(receipt: Receipt): Promise<void> {
    const { desk, order } = this;
    desk.drafts.write(`${this.task} ${order}`, undefined);
    void this.read.load();
    this.toOrder();
    if (receipt.return) desk.route.go({ room: 'returned', id: receipt.return });
  }

  protected screen(order: Order): TemplateResult {
    const { questions, step } = this;
    if (!questions) return this.bones;
    const page = this.#page;
    const view = this.#view(order, questions);
    const { about, bar } = questions.stepOf(step, view.going, this.words);
    // what a step was about may stay after all
    const isLater = this.#isLater && view.going.length > 0;
    const question =
      about && this.#name === 'reason'
        ? questions.reasonScreen(view, about)
        : !isLater
          ? questions.itemsScreen(view, this.#earlier(order))
          : page
            ? page.render(view, about)
            : step === 'method'
              ? questions.methodScreen(view)
              : questions.outcomeScreen(view);
    return html`${bar} ${question}`;
  }

  #earlier({ returns = [] }: Order): TemplateResult | typeof nothing {
    return this.questions?.returnRows(returns, this.desk) ?? nothing;
  }

  protected override render(): TemplateResult {
    const { value } = this.read.$state.get();
    const isOpen = !!value?.actions && this.verdict(value.actions).allowed;
    return html`${super.render()}${value && !isOpen ? this.#earlier(value) : nothing}`;
  }
}
