import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../../contract/orders.ts';
import { createCustomer } from '../../stores/customer.ts';
import { createProducts } from '../../stores/products.ts';
import { glyph } from '../../ui/icon.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { money } from '../change-parts.ts';
import { orderStyles, picture, quantityStyles } from '../order-lines.ts';
import { lineEditor } from './edit-line.ts';
import type { EditScreen, EditView } from './edit-screen.ts';
import { asksWhoPays, settlePart } from './settle-part.ts';

const SWAP = 'M4 9h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4';

/** What a line is to become, where that is something else. */
function wishFor(line: Line, { draft }: EditView) {
  const { variant, quantity } = draft.items?.[line.id] ?? {};
  const wish = {
    ...(variant !== undefined && variant !== line.variant && { variant }),
    ...(quantity !== undefined && quantity !== line.quantity && { quantity }),
  };
  return Object.keys(wish).length ? { line: line.id, ...wish } : undefined;
}
const wishesOf = (view: EditView) => view.order.lines.flatMap((line) => wishFor(line, view) ?? []);

const lineOf = ({ order, line }: EditView): Line | undefined =>
  order.lines.find(({ id }) => id === line) ??
  (order.lines.length === 1 ? order.lines[0] : undefined);
const linesShown = (view: EditView): readonly Line[] => {
  const one = lineOf(view);
  return one ? [one] : view.order.lines.filter((line) => wishFor(line, view));
};

/** Which items should be others. An order of one item asks at once what that should be. */
export const items: EditScreen = {
  styles: [orderStyles, quantityStyles],
  shown: (view) => [
    view.desk.use(createCustomer).methods.$state,
    ...linesShown(view).map(({ product }) => view.desk.use(createProducts)(product).$state),
  ],
  need(view) {
    const { desk, quote } = view;
    for (const { product } of linesShown(view)) desk.use(createProducts)(product).need();
    if (quote?.total.amount) desk.use(createCustomer).methods.need();
  },
  request(view) {
    const lines = wishesOf(view);
    if (!lines.length) return undefined;
    const { settle } = view.draft;
    return { kind: 'items', lines, add: [], ...(settle && { payment: settle }) };
  },
  missing: (view) => (wishesOf(view).length ? '' : view.words.text('sameItems')),
  render(view) {
    const { order, words, foot, go } = view;
    const { text } = words;
    const one = lineOf(view);
    return html`${
      one
        ? lineEditor(view, one)
        : html`<h1 class="title" tabindex="-1">${text('whichItem')}</h1>
              <div class="list pics">${order.lines.map((line) => row(line, view, () => go(`line/${line.id}`)))}</div>`
    }
      ${
        wishesOf(view).length
          ? html`${view.sums(!asksWhoPays(view))} ${settlePart(view)} ${foot(labelOf(view))}`
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

function row(one: Line, view: EditView, go: () => void): TemplateResult {
  const { words, order, desk } = view;
  const wish = wishFor(one, view);
  const variants = desk.use(createProducts)(one.product).$state.get().value?.variants;
  const options = variants?.find(({ id }) => id === wish?.variant)?.options ?? one.options;
  const count = wish?.quantity ?? one.quantity;
  const what = options.map(({ value }) => value).join(' · ');
  const said = count > 1 ? words.text('quantity', { what, count }) : what;
  const inside = html`${picture(one.picture?.url)}
    <span class="grow"><span class="strong"><bdi>${one.name}</bdi></span
      ><span class="small ${wish ? 'accent' : 'second'}">${wish ? html`${glyph(SWAP, 's16')} ` : nothing}<bdi>${said}</bdi></span></span>
    <span class="num">${money(one.total, words)}</span>`;
  const can = order.actions?.lines.find((each) => each.line === one.id)?.changes.length;
  return can
    ? html`<button class="li go" @click=${go}>${inside}${roomIcon('chev', 's20')}</button>`
    : html`<div class="li">${inside}</div>`;
}

function labelOf({ quote, words }: EditView): string {
  const { text } = words;
  const amount = quote?.total.amount ?? 0;
  if (quote?.review) return text('askToChange');
  if (!quote || !amount) return text('changeItems');
  const sum = money({ ...quote.total, amount: Math.abs(amount) }, words);
  return text(amount > 0 ? 'changeBack' : 'changePay', { sum });
}
