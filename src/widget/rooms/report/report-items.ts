import type { TemplateResult } from 'lit/html.js';
import type { ReportOffer, UnitsOfLine } from '../../../contract/actions.ts';
import type { Line, Order } from '../../../contract/orders.ts';
import type { Say } from '../../locales/words.ts';
import { choices } from '../change-parts.ts';
import { itemRow, unitsRow } from '../order-lines.ts';
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
      return line ? unitsOf(line, units, count, words, (now) => set(line.id, now)) : [];
    }),
  );
}

const unitsOf = (
  line: Line,
  { quantity: most }: UnitsOfLine,
  count: number,
  words: Say,
  set: (count: number) => void,
): TemplateResult =>
  unitsRow(
    { ...itemRow(line), name: 'line', value: line.id },
    { what: line.name, count, most, set },
    words,
  );
