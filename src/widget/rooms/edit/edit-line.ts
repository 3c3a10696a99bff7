import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../../contract/orders.ts';
import type { Variant } from '../../../contract/products.ts';
import { list } from '../../locales/figures.ts';
import { heading } from '../../ui/heading.ts';
import { productOf } from '../product-of.ts';
import { choice, choices, money } from '../change-parts.ts';
import { optionsOf, picture, unitsOf } from '../order-lines.ts';
import type { EditView } from './edit-screen.ts';

const MOST = 1000;

/** What one item should be: another of what it comes in, and how many. */
export function lineEditor(view: EditView, line: Line): TemplateResult {
  const { text } = view.words;
  const can = view.order.actions?.lines.find((each) => each.line === line.id)?.changes ?? [];
  const wish = view.draft.items?.[line.id] ?? {};
  const set = (next: typeof wish) =>
    view.keep({ items: { ...view.draft.items, [line.id]: { ...wish, ...next } } });
  const options = optionsOf(line);
  const count = wish.quantity ?? line.quantity;
  return html`<div class="row">
      ${picture(line.picture?.url, 72, 84)}
      <div class="grow">
        ${heading(
          text(can.includes('variant') ? 'whichInstead' : 'howManyNow'),
          list([line.name, options].filter(Boolean), view.words),
        )}
      </div>
    </div>
    ${can.includes('variant') ? variants(view, line, wish.variant ?? line.variant, (variant) => set({ variant })) : nothing}
    ${
      can.includes('quantity')
        ? html`<div class="row between">
            <span class="strong">${text('count')}</span>
            ${unitsOf(
              { ...{ what: line.name, count, most: MOST }, set: (next) => set({ quantity: next }) },
              view.words,
            )}
          </div>`
        : nothing
    }`;
}

function variants(
  { desk, words }: EditView,
  line: Line,
  chosen: string,
  choose: (variant: string) => void,
): TemplateResult {
  const { text } = words;
  const found = productOf({ desk, words }, line.product, 'opt-bone');
  if ('instead' in found) return found.instead;
  const { product } = found;
  const told = (variant: Variant) =>
    variant.id === line.variant ? text('asItIs') : variant.available ? undefined : text('soldOut');
  const isDearer = product.variants.some(({ price }) => price.amount !== line.unitPrice.amount);
  return choices(
    text('whichInstead'),
    product.variants.map((variant) =>
      choice({
        name: 'variant',
        value: variant.id,
        chosen: variant.id === chosen,
        off: !variant.available && variant.id !== line.variant,
        title: optionsOf(variant),
        text: told(variant),
        end: isDearer ? money(variant.price, words) : undefined,
        choose: () => choose(variant.id),
      }),
    ),
  );
}
