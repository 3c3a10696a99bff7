import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReadableAtom } from 'nanostores';
import type { OrderActions, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Quote, Receipt } from '../../../contract/quotes.ts';
import type { ReturnRequest } from '../../../contract/returns.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { createReturnWishes, returnsOf } from '../../stores/return-wishes.ts';
import { ChangeRoom } from '../change-parts.ts';
import type * as Photos from '../photos.ts';
import type * as First from './first.ts';
import type * as Later from './later.ts';
import type { LineAnswers, ReturnDraft } from './return-draft.ts';
import type { ReturnScreen, ReturnView } from './return-screen.ts';

/**
 * @summary Send something back: what, why, what for, and how, one question a screen, with the money
 * in sight before it is agreed to. `step` is "reason/LINE", "outcome", "method" or one of those
 * below; none: what goes.
 */
export class FdReturn extends ChangeRoom<ReturnRequest, ReturnDraft> {
  static override properties = [...ChangeRoom.properties, 'first', 'later', 'page', 'photos'];
  declare private first: typeof First | undefined;
  /** The last two questions: they come while the first are answered. */
  declare private later: typeof Later | undefined;
  /** The screen of its step, where only some are asked. */
  declare private page: ReturnScreen | undefined;
  declare private photos: typeof Photos | undefined;
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

  /** What is shown beside the order and the quote. */
  #beside(): readonly RemoteStore<unknown>[] {
    const { value } = this.read.$state.get();
    if (!value) return [];
    if (!this.step) return this.first?.shown(value.returns ?? [], this.desk) ?? [];
    const { first, later, page } = this;
    if (!this.#isLater || !first || !later) return [];
    const view = this.#view(value, first);
    const methods = first.hasSwap(view.going) ? [this.#methods(later)] : [];
    return [...methods, ...((page ? page.shown?.(view) : later.outcomeShown(view)) ?? [])];
  }
  protected override shown(): readonly ReadableAtom<unknown>[] {
    const photos = this.photos ? [this.photos.photosOf(this.desk).$state] : [];
    return [...super.shown(), ...photos, ...this.#beside().map(({ $state }) => $state)];
  }

  protected override async getParts(): Promise<void> {
    const name = this.#name;
    const [first, later, photos] = await Promise.all([
      this.bring(import('./first.ts')),
      this.step ? this.bring(import('./later.ts')) : undefined,
      name === 'reason' ? this.bring(import('../photos.ts')) : undefined,
      super.getParts(),
    ]);
    Object.assign(this, { first, later, page: later?.screens[name], photos });
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.who.kind !== 'customer') return;
    for (const { need } of this.#beside()) need();
  }

  /** What may not go back for money may still be swapped. */
  protected verdict({ return: back, exchange }: OrderActions): Verdict {
    return back.allowed ? back : exchange.allowed ? exchange : back;
  }
  protected override get isReady(): boolean {
    return !!this.first;
  }
  protected wished(order: Order): ReturnRequest | undefined {
    return this.#isLater ? this.first?.requestOf(order, this.draft) : undefined;
  }
  protected missing(order: Order): string {
    const { first } = this;
    return first ? first.missing(this.#view(order, first), this.step) : '';
  }

  #view(order: Order, first: typeof First): ReturnView {
    const { desk, draft, words } = this;
    const placeOf = (line: string) => `${order.id} ${line}`;
    // a picture may get there long after this was shown: others may be answered by then
    const about = (line: string, answers: LineAnswers) => {
      const { lines } = this.draft;
      this.keep({ lines: { ...lines, [line]: { ...lines?.[line], ...answers } } });
    };
    const view: ReturnView = {
      ...{ order, desk, draft, words, going: first.goingOf(order, draft), isLast: false },
      methods: this.later && this.#methods(this.later).$state.get().value?.items,
      quote: this.change.quote.$state.get().value,
      keep: (answers) => this.keep(answers),
      about,
      photos: (line, offer) =>
        first.isPictured(offer, !!desk.info.$state.get().value?.capabilities.uploads)
          ? (this.photos?.photoQuestion({
              ...{ desk, place: placeOf(line), isAsked: !!offer.photo },
              ids: draft.lines?.[line]?.photos ?? [],
              keep: (change) =>
                about(line, { photos: change(this.draft.lines?.[line]?.photos ?? []) }),
            }) ?? this.bones)
          : nothing,
      otherwise: (answers) => this.#otherwise(order, answers),
      isWaiting: (line) => !!this.photos?.isWaiting(desk, placeOf(line)),
      on: () => this.#on(view, first),
      go: this.#go,
      sums: () => this.sums(order),
      why: (no) => this.why(no),
      foot: (label, act) => this.foot(label, act),
      end: () => this.later?.endOf(view) ?? html``,
    };
    view.isLast = first.nextStep(this.step, view) === undefined;
    return view;
  }

  #otherwise(order: Order, answers: Partial<ReturnDraft>): RemoteStore<Quote> | undefined {
    const { first, later, desk } = this;
    const request = first?.requestOf(order, answers);
    return later && request && desk.use(later.createAlternatives)(returnsOf(order.id), request);
  }

  #methods = ({ createCustomer }: typeof Later) => this.desk.use(createCustomer).methods;

  #go = (step: string): void => this.desk.route.go({ room: this.task, id: this.order, step });

  #on(view: ReturnView, first: typeof First): void {
    this.error = this.missing(view.order);
    if (this.error) return;
    if (this.#name === 'which') return this.toStep('outcome');
    const step = first.nextStep(this.step, view);
    if (step) this.#go(step);
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
    const { first, later, step } = this;
    if (!first) return this.bones;
    const view = this.#view(order, first);
    const { about, bar } = first.stepOf(step, view.going, this.words);
    // what a step was about may stay after all
    const isLater = this.#isLater && view.going.length > 0;
    const question =
      about && this.#name === 'reason'
        ? first.reasonScreen(view, about)
        : !isLater
          ? first.itemsScreen(view, this.#earlier(order))
          : this.page
            ? this.page.render(view, about)
            : step === 'method'
              ? later?.methodScreen(view)
              : later?.outcomeScreen(view);
    return html`${bar} ${question ?? this.bones}`;
  }

  #earlier({ returns = [] }: Order): TemplateResult | typeof nothing {
    return this.first?.returnRows(returns, this.desk) ?? nothing;
  }

  protected override render(): TemplateResult {
    const { value } = this.read.$state.get();
    const isOpen = !!value?.actions && this.verdict(value.actions).allowed;
    return html`${super.render()}${value && !isOpen ? this.#earlier(value) : nothing}`;
  }
}
