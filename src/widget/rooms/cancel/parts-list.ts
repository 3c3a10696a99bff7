import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line, Order } from '../../../contract/orders.ts';
import type { Say } from '../../locales/words.ts';
import { choice, choices, money } from '../change-parts.ts';
import { orderStyles, picture, quantity, quantityStyles } from '../order-lines.ts';
import { unitsOf, type Parts } from './parts.ts';

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
    order.lines.map((line) => {
      const units = unitsOf(line, parts);
      const row = choice({
        name: 'line',
        value: line.id,
        several: true,
        chosen: units > 0,
        lead: picture(line.picture?.url),
        title: line.name,
        text: line.options.map(({ value }) => value).join(' · '),
        end: money(line.total, words),
        choose: (isChosen) => set(line, isChosen ? line.quantity : 0),
      });
      if (line.quantity === 1) return row;
      const many = quantity({
        label: text('howMany', { what: line.name }),
        less: text('oneLess', { what: line.name }),
        more: text('oneMore', { what: line.name }),
        count: units,
        most: line.quantity,
        set: (count) => set(line, count),
      });
      return html`<div class="part">${row}${units ? many : nothing}</div>`;
    }),
  );
}

export const styles = [orderStyles, quantityStyles];
