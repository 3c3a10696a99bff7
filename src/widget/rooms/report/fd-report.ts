import { html, type TemplateResult } from 'lit/html.js';
import type { OrderActions, ReportOffer, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { ReportRequest } from '../../../contract/reports.ts';
import { createReports } from '../../stores/reports.ts';
import { ChangeRoom, choice, choices } from '../change-parts.ts';
import { orderStyles, quantityStyles } from '../order-lines.ts';
import {
  asksWhich,
  offerOf,
  offersOf,
  requestOf,
  unitsOf,
  type ReportDraft,
} from './report-draft.ts';
import type { ReportView } from './report-outcome.ts';
import { KINDS } from './report-words.ts';
import { heading } from '../../ui/heading.ts';

/**
 * @summary Tell that something is wrong with an order: what, with which of it, and what should come
 * of it, one question a screen. `step` is "items" or "outcome"; none: what is wrong.
 */
export class FdReport extends ChangeRoom<ReportRequest, ReportDraft> {
  static override styles = [...ChangeRoom.styles, orderStyles, quantityStyles];
  protected readonly task = 'report';
  protected readonly refusedTitle = 'noReport';

  protected get change() {
    return this.desk.use(createReports)(this.order);
  }
  protected verdict({ report, reports }: OrderActions): Verdict {
    return report.allowed && !reports.length ? { allowed: false, reason: 'nothing_left' } : report;
  }

  protected override async getParts(): Promise<void> {
    await Promise.all([this.step && this.getQuestions(), super.getParts()]);
  }

  protected wished(order: Order): ReportRequest | undefined {
    return this.step === 'outcome' ? requestOf(order, this.draft) : undefined;
  }

  protected missing(order: Order): string {
    const { text } = this.words;
    const offer = offerOf(order, this.draft);
    if (!offer) return text('kindMissing');
    if (!this.step) return '';
    if (!unitsOf(offer, this.draft).length) return text('nothingChosen');
    return (
      (this.step === 'outcome' && this.questions?.reportMissing(this.#view(order, offer))) || ''
    );
  }

  #on(order: Order): void {
    this.error = this.missing(order);
    const offer = offerOf(order, this.draft);
    if (this.error || !offer) return;
    const step = !this.step && asksWhich(offer) ? 'items' : 'outcome';
    this.desk.route.go({ room: this.task, id: this.order, step });
  }

  protected screen(order: Order): TemplateResult {
    const offer = offerOf(order, this.draft);
    if (!this.step || !offer) return this.#kinds(order, offer);
    // what was chosen may have been settled elsewhere since
    if (this.step === 'items' || !unitsOf(offer, this.draft).length)
      return this.#items(order, offer);
    return this.questions?.reportOutcome(this.#view(order, offer)) ?? this.bones;
  }

  #view(order: Order, offer: ReportOffer): ReportView {
    return {
      ...{ order, offer, desk: this.desk, quote: this.quote },
      draft: () => this.draft,
      keep: (answers) => this.keep(answers),
      jot: (answers) =>
        this.desk.drafts.write(`${this.task} ${this.order}`, { ...this.draft, ...answers }),
      sums: () => this.sums(order),
      foot: (label) => this.foot(label),
    };
  }

  #kinds(order: Order, chosen: ReportOffer | undefined): TemplateResult {
    const { text } = this.words;
    return html`${heading(text('whatIsWrong'))}
      ${choices(
        text('whatIsWrong'),
        offersOf(order).map(({ kind }) =>
          choice({
            name: 'kind',
            value: kind,
            chosen: kind === chosen?.kind,
            title: text(KINDS[kind]),
            choose: () => this.keep({ kind }),
          }),
        ),
      )}
      ${this.foot(text('goOn'), () => this.#on(order))}`;
  }

  #items(order: Order, offer: ReportOffer): TemplateResult {
    const { words, draft } = this;
    const n = unitsOf(offer, draft).reduce((sum, { quantity }) => sum + quantity, 0);
    const label = n ? words.text('continueWith', { n }) : words.text('goOn');
    return html`${heading(words.text('whichItems'), words.text(KINDS[offer.kind]))}
      ${this.questions?.reportItems(order, offer, draft, words, (answers) => this.keep(answers)) ?? this.bones}
      ${this.foot(label, () => this.#on(order))}`;
  }
}
