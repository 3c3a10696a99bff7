import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderActions } from '../../../contract/actions.ts';
import type { CancellationRequest } from '../../../contract/cancellations.ts';
import type { Order } from '../../../contract/orders.ts';
import type { PlainKey } from '../../locales/words.ts';
import { createCancellations } from '../../stores/cancellations.ts';
import { stepRow } from '../../ui/row.ts';
import { ChangeRoom, choice, choices, money, takers } from '../change-parts.ts';
import { canBeParted, countOf, partsOf, type Parts } from './parts.ts';
import { partsList, styles as listStyles } from './parts-list.ts';
import { styles } from './fd-cancel.styles.ts';
import { heading } from '../../ui/heading.ts';

type Why = CancellationRequest['reason'];

interface CancelDraft {
  reason: Why;
  /** How many units of each line; all of the order while nothing is here. */
  parts: Parts;
  /** What comes back is store credit. */
  isCredit: boolean;
}

const WORDS: Readonly<Record<Why, PlainKey>> = {
  no_longer_needed: 'whyNoLonger',
  ordered_by_mistake: 'whyMistake',
  found_cheaper: 'whyCheaper',
  too_slow: 'whySlow',
  other: 'whyOther',
};

/** Those the shop takes. */
const reasonsOf = ({ actions }: Order): Why[] =>
  actions?.cancelReasons?.length ? actions.cancelReasons : (Object.keys(WORDS) as Why[]);

/**
 * @summary Cancel an order: why, what it comes to, and the button that does it, on one screen. With
 * `step` "parts" it asks which of it.
 */
export class FdCancel extends ChangeRoom<CancellationRequest, CancelDraft> {
  static override styles = [...ChangeRoom.styles, ...listStyles, styles];
  protected readonly task = 'cancel';
  protected readonly refusedTitle = 'noCancel';

  protected get change() {
    return this.desk.use(createCancellations)(this.order);
  }
  protected verdict({ cancel }: OrderActions) {
    return cancel;
  }

  /** What it comes to is the same whatever the reason: it is shown before one is given. */
  protected wished(order: Order): CancellationRequest | undefined {
    const { reason = reasonsOf(order)[0]!, parts, isCredit } = this.draft;
    const count = countOf(order, parts);
    if (!count) return undefined;
    const lines = count < order.itemCount && partsOf(order, parts);
    return { reason, ...(lines && { lines }), refundTo: isCredit ? 'store_credit' : 'original' };
  }

  protected missing(order: Order): string {
    const { reason, parts } = this.draft;
    if (!countOf(order, parts)) return this.words.text('nothingChosen');
    return reason ? '' : this.words.text('reasonMissing');
  }

  #label(order: Order): string {
    const { text } = this.words;
    const { quote } = this;
    const n = countOf(order, this.draft.parts);
    const isWhole = n === order.itemCount;
    if (quote?.review) return text('askToCancel');
    const back = quote && quote.total.amount > 0 && money(quote.total, this.words);
    if (back)
      return isWhole ? text('cancelBack', { sum: back }) : text('cutBack', { n, sum: back });
    return isWhole ? text('cancelOrder') : text('cut', { n });
  }

  #reasons(order: Order): TemplateResult {
    const { text } = this.words;
    const { reason } = this.draft;
    return choices(
      text('whyCancel'),
      reasonsOf(order).map((value) =>
        choice({
          name: 'reason',
          value,
          chosen: value === reason,
          title: text(WORDS[value]),
          choose: () => this.keep({ reason: value }),
        }),
      ),
    );
  }

  /** Where the money goes, once there is any, in a shop that has credit. */
  #taker(order: Order): TemplateResult | typeof nothing {
    const { isCredit = false } = this.draft;
    const isAsked = isCredit || (this.last?.total.amount ?? 0) > 0;
    if (!order.actions?.storeCredit || !isAsked) return nothing;
    const label = this.words.text('giveBackTo');
    const choose = (credit: boolean) => this.keep({ isCredit: credit });
    return html`<section class="sec">
      <h2 class="head">${label}</h2>
      ${choices(label, takers(order, this.words, { isCredit, choose }))}
    </section>`;
  }

  /** All of it, or which part: a screen of its own says which. */
  #what(order: Order): TemplateResult | typeof nothing {
    if (!canBeParted(order)) return nothing;
    const { text } = this.words;
    const n = countOf(order, this.draft.parts);
    const isWhole = n === order.itemCount;
    const go = () => this.desk.route.go({ room: 'cancel', id: this.order, step: 'parts' });
    const title = isWhole ? text('wholeOrder') : text('partOf', { n, of: order.itemCount });
    return html`<div class="list what">${stepRow(
      { title, text: isWhole ? text('onlySome') : undefined },
      go,
    )}</div>`;
  }

  protected screen(order: Order): TemplateResult {
    const { text } = this.words;
    if (this.step === 'parts') return this.#parts(order);
    return html`${heading(text('whyCancel'), text('untilConfirmed'))}
      ${this.#reasons(order)} ${this.#what(order)} ${this.#taker(order)} ${this.sums(order)}
      ${this.foot(this.#label(order))}`;
  }

  #parts(order: Order): TemplateResult {
    const { text } = this.words;
    const n = countOf(order, this.draft.parts);
    const on = () => {
      if (n) this.desk.route.back();
      else this.error = text('nothingChosen');
    };
    return html`${heading(text('whatToCancel'))}
      ${partsList(order, this.draft.parts, this.words, (parts) => this.keep({ parts }))}
      ${this.foot(text('continueWith', { n }), on)}`;
  }
}
