import type { TemplateResult } from 'lit/html.js';
import type { Line, Order } from '../../../contract/orders.ts';
import type { Say } from '../../locales/words.ts';
import { choices, money } from '../change-parts.ts';
import { itemRow, orderStyles, quantityStyles, unitsRow } from '../order-lines.ts';
import { unitsOf as unitsIn, type Parts } from './parts.ts';

/** Which of the order is to go, and how many of it. */
export function partsList(
  order: Order,
  parts: Parts | undefined,
  words: Say,
  keep: (parts: Parts) => void,
): TemplateResult {
  const { text } = words;
  const set = ({ id }: Line, count: number) => keep({ ...parts, [id]: count });
  return choices(
    text('whatToCancel'),
    order.lines.map((line) =>
      unitsRow(
        {
          ...{ ...itemRow(line), name: 'line', value: line.id },
          end: money(line.total, words),
        },
        {
          ...{ what: line.name, count: unitsIn(line, parts), most: line.quantity },
          set: (count) => set(line, count),
        },
        words,
      ),
    ),
  );
}

export const styles = [orderStyles, quantityStyles];
