import { html, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../contract/orders.ts';
import type { Say } from '../locales/words.ts';
import { choice, type Choice } from '../ui/choice.ts';
import { picture } from '../ui/picture.ts';
import { quantity } from '../ui/quantity.ts';

/** What shows the items of an order to choose from: it comes when it is asked for. */
export { orderStyles } from './order-parts.styles.ts';
export { picture };
export { quantityStyles } from '../ui/quantity.ts';

/** What it comes in, in one line. */
export const optionsOf = ({ options }: Pick<Line, 'options'>): string =>
  options.map(({ value }) => value).join(' · ');

/** What the row of an item says of it. */
export const itemRow = (line: Pick<Line, 'name' | 'picture' | 'options'>) => ({
  ...{ title: line.name, text: optionsOf(line), lead: picture(line.picture?.url) },
});

export interface Units {
  /** Of what, in words. */
  what: string;
  count: number;
  most: number;
  set(count: number): void;
}

/** How many of something, one less or one more. */
export const unitsOf = ({ what, ...units }: Units, { text }: Say): TemplateResult =>
  quantity({
    label: text('howMany', { what }),
    less: text('oneLess', { what }),
    more: text('oneMore', { what }),
    ...units,
  });

/** A row to choose, and below it how many; `first`: so many once it is chosen, else all. */
export function unitsRow(
  row: Omit<Choice, 'several' | 'chosen' | 'choose'>,
  { first, ...units }: Units & { first?: number },
  words: Say,
): TemplateResult {
  const { count, most, set } = units;
  const option = choice({
    ...row,
    ...{ several: true, chosen: count > 0 },
    choose: (isChosen) => set(isChosen ? (first ?? most) : 0),
  });
  return count && most > 1
    ? html`<div class="part">${option}${unitsOf(units, words)}</div>`
    : option;
}
