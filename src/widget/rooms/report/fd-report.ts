import { html, type TemplateResult } from 'lit/html.js';
import type { OrderActions, ReportOffer, Resolution, Verdict } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { ReportRequest } from '../../../contract/reports.ts';
import { createReports } from '../../stores/reports.ts';
import { ChangeRoom, choice, choices, money } from '../change-parts.ts';
import {
  asksWhich,
  offerOf,
  offersOf,
  requestOf,
  resolutionOf,
  unitsOf,
  type ReportDraft,
} from './report-draft.ts';
import type * as Items from './report-items.ts';
import { KINDS, RESOLUTIONS } from './report-words.ts';
import { styles } from './fd-report.styles.ts';

const LONGEST = 1000;

/**
 * @summary Tell that something is wrong with an order: what, with which of it, and what should come
 * of it, one question a screen. `step` is "items" or "outcome"; none: what is wrong.
 */
export class FdReport extends ChangeRoom<ReportRequest, ReportDraft> {
  static override styles = [...ChangeRoom.styles, styles];
  static override properties = [...ChangeRoom.properties, 'items'];
  /** Shows what there is to choose from; many tell of all there is. */
  declare private items: typeof Items | undefined;
  protected readonly task = 'report';
  protected readonly refusedTitle = 'noReport';

  protected get change() {
    return this.desk.use(createReports)(this.order);
  }
  protected verdict({ report, reports }: OrderActions): Verdict {
    return report.allowed && !reports.length ? { allowed: false, reason: 'nothing_left' } : report;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.step) void this.#getItems();
  }
  async #getItems(): Promise<void> {
    if (this.items) return;
    try {
      const items = await import('./report-items.ts');
      this.renderRoot.adoptedStyleSheets.push(...items.styles);
      this.items = items;
    } catch (error) {
      console.error(error);
      this.error = this.words.text('roomFailed');
    }
  }

  protected wished(order: Order): ReportRequest | undefined {
    return this.step === 'outcome' ? requestOf(order, this.draft) : undefined;
  }

  protected missing(order: Order): string {
    const { text } = this.words;
    const offer = offerOf(order, this.draft);
    if (!offer) return text('kindMissing');
    return this.step && !unitsOf(offer, this.draft).length ? text('nothingChosen') : '';
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
    return this.#outcome(order, offer);
  }

  #kinds(order: Order, chosen: ReportOffer | undefined): TemplateResult {
    const { text } = this.words;
    return html`<h1 class="title" tabindex="-1">${text('whatIsWrong')}</h1>
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
    return html`<div class="stack tight">
        <h1 class="title" tabindex="-1">${words.text('whichItems')}</h1>
        <p class="second">${words.text(KINDS[offer.kind])}</p>
      </div>
      ${this.items?.reportItems(order, offer, draft, words, (answers) => this.keep(answers)) ?? this.bones}
      ${this.foot(label, () => this.#on(order))}`;
  }

  #outcome(order: Order, offer: ReportOffer): TemplateResult {
    const { text } = this.words;
    const resolution = resolutionOf(offer, this.draft);
    return html`${
      resolution
        ? html`<h1 class="title" tabindex="-1">${text('whatComes')}</h1>
            ${this.#resolutions(offer, resolution)} ${this.sums(order)}`
        : html`<div class="stack tight">
            <h1 class="title" tabindex="-1">${text('peopleLook')}</h1>
            <p class="second">${text('peopleWrite')}</p>
          </div>`
    }
    ${this.#note()} ${this.foot(this.#label(resolution))}`;
  }

  #resolutions({ resolutions }: ReportOffer, chosen: Resolution): TemplateResult {
    const { text } = this.words;
    return choices(
      text('whatComes'),
      resolutions.map((resolution) =>
        choice({
          name: 'resolution',
          value: resolution,
          chosen: resolution === chosen,
          title: text(RESOLUTIONS[resolution]),
          choose: () => this.keep({ resolution }),
        }),
      ),
    );
  }

  #note(): TemplateResult {
    const { text } = this.words;
    // nothing shown depends on it: it is quoted once it is sent, not at each key
    const onInput = (event: Event) =>
      this.desk.drafts.write(`${this.task} ${this.order}`, {
        ...this.draft,
        note: (event.target as HTMLTextAreaElement).value,
      });
    return html`<div class="f">
      <label class="label" for="note">${text('anyMore')} <span class="second">${text('optional')}</span></label>
      <textarea class="in" id="note" rows="3" dir="auto" maxlength=${LONGEST} .value=${this.draft.note ?? ''} @input=${onInput}></textarea>
    </div>`;
  }

  /** The outcome in a button. */
  #label(resolution: Resolution | undefined): string {
    const { text } = this.words;
    const { value } = this.change.quote.$state.get();
    if (!resolution || value?.review) return text('tellShop');
    return resolution === 'refund' && value && value.total.amount > 0
      ? text('giveBack', { sum: money(value.total, this.words) })
      : text(RESOLUTIONS[resolution]);
  }
}
