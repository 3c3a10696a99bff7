import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../../contract/orders.ts';
import { createProducts } from '../../stores/products.ts';
import { lineEditor } from './edit-line.ts';
import { addedRow, lineRow } from './edit-rows.ts';
import type { EditScreen, EditView } from './edit-screen.ts';
import { addedOf, canChange, wishesOf, wishFor } from './edit-wishes.ts';
import { asksWhoPays, changeLabel, payersOf, settlePart } from './settle-part.ts';
import { heading } from '../../ui/heading.ts';

/** The line that a step is about; the only one there is, and is to be, need not be named. */
function lineOf(view: EditView): Line | undefined {
  const { lines } = view.order;
  const isAlone = lines.length === 1 && canChange(view) && !addedOf(view).length;
  return lines.find(({ id }) => id === view.about) ?? (isAlone ? lines[0] : undefined);
}

/** Products of which something is shown that the order does not say. */
function productsShown(view: EditView): string[] {
  const one = lineOf(view);
  const lines = one ? [one] : view.order.lines.filter((line) => wishFor(line, view));
  return [...lines, ...addedOf(view)].map(({ product }) => product);
}

const isWished = (view: EditView): boolean => wishesOf(view).length + addedOf(view).length > 0;

/** Which items should be others. An order of one item asks at once what that should be. */
export const items: EditScreen = {
  shown: (view) => [
    ...payersOf(view),
    ...productsShown(view).map((id) => view.desk.use(createProducts)(id)),
  ],
  request(view) {
    if (!isWished(view)) return undefined;
    const { settle } = view.draft;
    const add = addedOf(view).map(({ variant, quantity }) => ({ variant, quantity }));
    return { kind: 'items', lines: wishesOf(view), add, ...(settle && { payment: settle }) };
  },
  missing: (view) => (isWished(view) ? '' : view.words.text('sameItems')),
  render(view) {
    const { foot } = view;
    const one = lineOf(view);
    return html`${one ? lineEditor(view, one) : all(view)}
      ${
        isWished(view)
          ? html`${view.sums(!asksWhoPays(view))} ${settlePart(view)} ${foot(changeLabel(view))}`
          : nothing
      }`;
  },
};

/** One item among several: what it should be. What it comes to is said with the others. */
export const line: EditScreen = {
  ...items,
  request: () => undefined,
  missing: () => '',
  render(view) {
    const one = lineOf(view);
    if (!one) return items.render(view);
    return html`${lineEditor(view, one)} ${view.foot(view.words.text('useThis'), view.back)}`;
  },
};

function all(view: EditView): TemplateResult {
  const { order, words, go } = view;
  const { text } = words;
  const added = addedOf(view);
  const title = added.length || !canChange(view) ? 'itemsThen' : 'whichItem';
  return html`${heading(text(title))}
    <div class="list pics">
      ${order.lines.map((one) => lineRow(one, view))} ${added.map((one) => addedRow(one, view))}
    </div>
    ${order.actions?.addItems ? html`<button class="btn quiet" @click=${() => go('shop')}>${text('addItem')}</button>` : nothing}`;
}
