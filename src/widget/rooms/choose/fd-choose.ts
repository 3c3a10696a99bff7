import type { TemplateResult } from 'lit/html.js';
import type { ReadableAtom } from 'nanostores';
import type { Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { OutcomesRequest } from '../../../contract/returns.ts';
import { createOutcomes } from '../../stores/outcomes.ts';
import { ChangeRoom } from '../change-parts.ts';
import type { ChooseDraft, ChooseView } from './choose-screen.ts';
import type * as Later from './choose-screen.ts';

/**
 * @summary Choose again what a return was to be exchanged for and is sold out: another one, or the
 * money. `order` is its order's id, `step` its own.
 */
export class FdChoose extends ChangeRoom<OutcomesRequest, ChooseDraft> {
  static override properties = [...ChangeRoom.properties, 'later'];
  declare private later: typeof Later | undefined;
  protected readonly task = 'choose';
  protected readonly refusedTitle = 'noReturn';

  protected get change() {
    return this.desk.use(createOutcomes)(this.step ?? '');
  }
  get #view(): ChooseView {
    const { desk, draft, words, step: id = '' } = this;
    return { desk, draft, words, id, keep: (answers) => this.keep(answers) };
  }
  #beside() {
    return this.later?.shown(this.#view, this.read.$state.get().value) ?? [];
  }
  protected override shown(): readonly ReadableAtom<unknown>[] {
    return [...super.shown(), ...this.#beside().map(({ $state }) => $state)];
  }

  protected override async getParts(): Promise<void> {
    const answers = super.getParts();
    this.later ??= await this.bring(import('./choose-screen.ts'));
    await answers;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.desk.session.$session.get().kind !== 'customer') return;
    for (const { need } of this.#beside()) need();
  }

  protected verdict(): Verdict {
    return this.later?.isOver(this.#view)
      ? { allowed: false, reason: 'nothing_left' }
      : { allowed: true };
  }
  protected wished(order: Order): OutcomesRequest | undefined {
    return this.later?.requestOf(this.#view, order);
  }
  protected missing(order: Order): string {
    return this.wished(order) ? '' : this.words.text('swapMissing');
  }

  /** Its own room says what comes of it now. */
  protected override async done(): Promise<void> {
    const { desk, order, step: id = '' } = this;
    desk.drafts.write(`${this.task} ${order}`, undefined);
    await Promise.all([this.later?.reload(this.#view), this.read.load()]);
    if (!desk.route.back()) desk.route.replace({ room: 'returned', id });
  }

  protected screen(order: Order): TemplateResult {
    const asked = this.later?.chooseScreen(this.#view, order, {
      quote: this.change.quote.$state.get().value,
      sums: () => this.sums(order),
      foot: (label) => this.foot(label),
    });
    return asked ?? this.bones;
  }
}
