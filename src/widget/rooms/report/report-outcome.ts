import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReportOffer, Resolution } from '../../../contract/actions.ts';
import type { Order } from '../../../contract/orders.ts';
import type { Quote } from '../../../contract/quotes.ts';
import type { Desk } from '../../stores/desk.ts';
import { noteField } from '../../ui/field.ts';
import { choice, choices, money } from '../change-parts.ts';
import { isWaiting, photoQuestion } from '../photos.ts';
import { isPictured, resolutionOf, type ReportDraft } from './report-draft.ts';
import { RESOLUTIONS } from './report-words.ts';
import { heading } from '../../ui/heading.ts';

const LONGEST = 1000;

/** What the last screen of a report is made from, and what it can do. */
export interface ReportView {
  order: Order;
  offer: ReportOffer;
  desk: Desk;
  /** What it comes to, where that is known. */
  quote: Quote | undefined;
  /** As it is by now, whenever it is asked for. */
  draft(): Partial<ReportDraft>;
  keep(answers: Partial<ReportDraft>): void;
  /** Keeps what nothing shown depends on: it is quoted once it is sent, not at each key. */
  jot(answers: Partial<ReportDraft>): void;
  /** How it adds up, once that is known. */
  sums(): TemplateResult | typeof nothing;
  /** The lower edge, whose button tells the shop. */
  foot(label: string): TemplateResult;
}

/** What should come of it, with pictures of what can be seen and a few words. */
export function reportOutcome(view: ReportView): TemplateResult {
  const { offer, desk, draft, sums, foot } = view;
  const { text } = desk.words;
  const resolution = resolutionOf(offer, draft());
  // where there is one thing to choose there is nothing to choose
  const only = offer.resolutions.length === 1 && resolution;
  return html`${
    resolution
      ? html`${heading(text('whatComes'), only ? text(RESOLUTIONS[only]) : undefined)}
          ${only ? nothing : resolutions(view, resolution)} ${sums()}`
      : heading(text('peopleLook'), text('peopleWrite'))
  }
  ${pictures(view)} ${note(view)} ${foot(labelOf(view, resolution))}`;
}

/** What it still asks, in words. */
export function reportMissing({ order, offer, desk, draft }: ReportView): string {
  if (!isPictured(offer, true)) return '';
  if (isWaiting(desk, order.id)) return desk.words.text('photosWaiting');
  return offer.photo && !draft().photos?.length ? desk.words.text('photoMissing') : '';
}

function resolutions({ offer, desk, keep }: ReportView, chosen: Resolution): TemplateResult {
  const { text } = desk.words;
  return choices(
    text('whatComes'),
    offer.resolutions.map((resolution) =>
      choice({
        name: 'resolution',
        value: resolution,
        chosen: resolution === chosen,
        title: text(RESOLUTIONS[resolution]),
        choose: () => keep({ resolution }),
      }),
    ),
  );
}

function pictures({ order, offer, desk, draft, keep }: ReportView) {
  const can = !!desk.shop?.capabilities.uploads;
  if (!isPictured(offer, can)) return nothing;
  return photoQuestion({
    ...{ desk, place: order.id, ids: draft().photos ?? [], isAsked: !!offer.photo },
    keep: (change) => keep({ photos: change(draft().photos ?? []) }),
  });
}

function note({ desk, draft, jot }: ReportView): TemplateResult {
  const { text } = desk.words;
  return noteField({
    ...{ label: text('anyMore'), hint: text('optional'), longest: LONGEST },
    value: draft().note ?? '',
    type: (typed) => jot({ note: typed }),
  });
}

/** The outcome in a button. */
function labelOf({ desk: { words }, quote }: ReportView, resolution: Resolution | undefined) {
  const { text } = words;
  if (!resolution || quote?.review) return text('tellShop');
  return resolution === 'refund' && quote && quote.total.amount > 0
    ? text('giveBack', { sum: money(quote.total, words) })
    : text(RESOLUTIONS[resolution]);
}
