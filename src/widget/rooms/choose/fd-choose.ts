import type { TemplateResult } from 'lit/html.js';
import type { Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { OutcomesRequest } from '../../../contract/returns.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { createOutcomes } from '../../stores/outcomes.ts';
import { ChangeRoom } from '../change-parts.ts';
import type { ReturnDraft } from '../return/return-draft.ts';
import type { Choosing } from './choosing.ts';

/**
 * @summary Choose again what a return was to be exchanged for and is sold out: another one, or the
 * money. `order` is its order's id; `step` its own, and behind a slash which of a return's questions
 * about what comes of it: none, "shop/LINE", "which/LINE" or "settle".
 */
export class FdChoose extends ChangeRoom<OutcomesRequest, ReturnDraft> {
  protected readonly task = 'choose';
  protected readonly refusedTitle = 'noReturn';

  get #at(): readonly string[] {
    return /^([^/]*)\/?(.*)/.exec(this.step ?? '')!.slice(1);
  }
  protected get change() {
    return this.desk.use(createOutcomes)(this.#at[0] ?? '');
  }
  #choosing(order: Order): Choosing {
    const { desk, draft, words } = this;
    const [id = '', step = ''] = this.#at;
    const { change } = this;
    const go = (question: string) =>
      desk.route.go({ room: this.task, id: this.order, step: `${id}/${question}` });
    return {
      ...{ order, id, step, desk, draft, words, go, change },
      ...{ quote: this.quote, last: this.last },
      keep: (answers) => this.keep(answers),
      on: () => {
        this.error = this.missing(order);
        if (this.error) return;
        if (step) this.toStep(id);
        else go('settle');
      },
      sums: () => this.sums(order),
      bones: () => this.bones,
      foot: (label, act) => this.foot(label, act),
    };
  }
  protected override beside(order: Order): readonly RemoteStore<unknown>[] {
    return this.questions?.choosing.shown(this.#choosing(order)) ?? [];
  }

  protected override async getParts(): Promise<void> {
    await Promise.all([this.getQuestions(), super.getParts()]);
  }

  protected verdict(): Verdict {
    const { value } = this.read.$state.get();
    return value && this.questions?.choosing.isOver(this.#choosing(value))
      ? { allowed: false, reason: 'nothing_left' }
      : { allowed: true };
  }
  protected wished(order: Order): OutcomesRequest | undefined {
    return this.questions?.choosing.requestOf(this.#choosing(order));
  }
  protected missing(order: Order): string {
    return this.questions?.choosing.isAnswered(this.#choosing(order))
      ? ''
      : this.words.text('swapMissing');
  }

  /** Its own room says what comes of it now. */
  protected override async done(): Promise<void> {
    const { desk, order } = this;
    const [id = ''] = this.#at;
    const { route } = desk;
    desk.drafts.write(`${this.task} ${order}`, undefined);
    await Promise.all([this.questions?.choosing.reload(desk, id), this.read.load()]);
    while (route.here().room === this.task && route.back());
    if (route.here().room !== 'returned') route.enter({ room: 'returned', id });
  }

  protected screen(order: Order): TemplateResult {
    return this.questions?.choosing.render(this.#choosing(order)) ?? this.bones;
  }
}
