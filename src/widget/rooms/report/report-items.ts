import { html, type TemplateResult } from 'lit/html.js';
import type { ReportOffer, UnitsOfLine } from '../../../contract/actions.ts';
import type { Line, Order } from '../../../contract/orders.ts';
import type { Say } from '../../locales/words.ts';
import { choice, choices } from '../change-parts.ts';
import { picture, quantity } from '../order-lines.ts';
import { countOf, type ReportDraft } from './report-draft.ts';

/** Which items something is wrong with, and how many of each. */
export function reportItems(
  { lines }: Order,
  offer: ReportOffer,
  draft: Partial<ReportDraft>,
  words: Say,
  keep: (draft: Partial<ReportDraft>) => void,
): TemplateResult {
  const set = (line: string, count: number) => keep({ units: { ...draft.units, [line]: count } });
  return choices(
    words.text('whichItems'),
    offer.lines.flatMap((units) => {
      const line = lines.find(({ id }) => id === units.line);
      const count = countOf(offer, units, draft);
      return line ? itemRow(line, units, count, words, (now) => set(line.id, now)) : [];
    }),
  );
}

function itemRow(
  line: Line,
  { quantity: most }: UnitsOfLine,
  count: number,
  { text }: Say,
  set: (count: number) => void,
): TemplateResult {
  const row = choice({
    ...{ name: 'line', value: line.id, several: true, chosen: count > 0, title: line.name },
    lead: picture(line.picture?.url),
    text: line.options.map(({ value }) => value).join(' · '),
    choose: (isChosen) => set(isChosen ? most : 0),
  });
  if (most < 2 || !count) return row;
  const what = { what: line.name };
  return html`<div class="part">${row}${quantity({
    label: text('howMany', what),
    less: text('oneLess', what),
    more: text('oneMore', what),
    ...{ count, most, set },
  })}</div>`;
}
