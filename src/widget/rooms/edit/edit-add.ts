import { html, type TemplateResult } from 'lit/html.js';
import type { Product, Variant } from '../../../contract/products.ts';
import { list } from '../../locales/figures.ts';
import { createProductSearch } from '../../stores/product-search.ts';
import { createProducts } from '../../stores/products.ts';
import { choices, money } from '../change-parts.ts';
import { optionsOf, picture, unitsRow } from '../order-lines.ts';
import { productOf } from '../product-of.ts';
import { productPicker } from '../product-picker.ts';
import type { EditScreen, EditView } from './edit-screen.ts';

const MOST = 1000;

/** What it comes to is said with the other items. */
const unasked: Pick<EditScreen, 'request'> = {
  request: () => undefined,
};

/** So many of a variant come to the order; none: it was taken back. */
function take({ draft, keep }: EditView, product: string, variant: string, quantity: number): void {
  keep({ added: { ...draft.added, [variant]: { product, quantity } } });
}

/** What comes to the order. */
export const shop: EditScreen = {
  ...unasked,
  shown: ({ desk }) => [desk.use(createProductSearch)],
  missing: () => '',
  render: (view) =>
    productPicker(view, view.words.text('whatToAdd'), ({ id, only }) => {
      if (only !== undefined) take(view, id, only, view.draft.added?.[only]?.quantity || 1);
      view.go(`which/${id}`);
    }),
};

/** Which of its variants, and how many. */
export const which: EditScreen = {
  ...unasked,
  shown: ({ desk, about }) => [desk.use(createProducts)(about)],
  missing: ({ draft, about, words }) =>
    Object.values(draft.added ?? {}).some(({ product }) => product === about)
      ? ''
      : words.text('nothingChosen'),
  render(view) {
    const { about, words, foot, toItems } = view;
    const found = productOf(view, about, 'opt-bone');
    if ('instead' in found) return found.instead;
    const { product } = found;
    return html`<div class="row">
        ${picture(product.picture?.url, 72, 84)}
        <h1 class="title grow" tabindex="-1"><bdi>${product.name}</bdi></h1>
      </div>
      ${choices(
        product.name,
        product.variants.map((variant) => row(variant, product, view)),
      )}
      ${foot(words.text('useThis'), toItems)}`;
  },
};

function row(variant: Variant, product: Product, view: EditView): TemplateResult {
  const { draft, words } = view;
  const { text } = words;
  const { id, price, available, stock } = variant;
  const name = optionsOf(variant);
  const count = draft.added?.[id]?.quantity ?? 0;
  return unitsRow(
    {
      ...{ name: 'variant', value: id, title: name || product.name, off: !available },
      text: available ? undefined : text('soldOut'),
      end: money(price, words),
    },
    {
      what: list([product.name, name].filter(Boolean), words),
      ...{ count, most: Math.min(stock ?? MOST, MOST), first: 1 },
      set: (next) => take(view, product.id, id, next),
    },
    words,
  );
}
