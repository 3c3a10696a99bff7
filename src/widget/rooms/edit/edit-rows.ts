import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Money } from '../../../contract/money.ts';
import type { Line } from '../../../contract/orders.ts';
import { createProducts } from '../../stores/products.ts';
import { glyph } from '../../ui/icon.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { money } from '../change-parts.ts';
import { picture } from '../order-lines.ts';
import type { EditView } from './edit-screen.ts';
import { canChange, wishFor, type Added } from './edit-wishes.ts';

const SWAP = 'M4 9h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4';
const PLUS = 'M6 12h12M12 6v12';

/** A line of the order, as it is to be. */
export function lineRow(line: Line, view: EditView): TemplateResult {
  const wish = wishFor(line, view);
  const { options, price } = variantOf(wish?.variant, line.product, view) ?? {
    options: line.options,
    price: line.unitPrice,
  };
  const count = wish?.quantity ?? line.quantity;
  return itemRow(
    {
      ...{ url: line.picture?.url, name: line.name },
      total: wish ? { ...price, amount: price.amount * count } : line.total,
      said: saidOf(
        options.map(({ value }) => value),
        count,
        view,
      ),
      mark: wish && SWAP,
      go: canChange(view, line.id) ? `line/${line.id}` : undefined,
    },
    view,
  );
}

/** What comes to the order. */
export function addedRow(
  { variant: id, product, quantity }: Added,
  view: EditView,
): TemplateResult {
  const { value } = view.desk.use(createProducts)(product).$state.get();
  const { text } = view.words;
  const { options = [], price } = variantOf(id, product, view) ?? {};
  return itemRow(
    {
      url: value?.picture?.url,
      name: value?.name ?? text('loading'),
      said: saidOf([text('isNew'), ...options.map((option) => option.value)], quantity, view),
      total: price && { ...price, amount: price.amount * quantity },
      mark: PLUS,
      go: `which/${product}`,
    },
    view,
  );
}

const variantOf = (id: string | undefined, product: string, { desk }: EditView) =>
  desk
    .use(createProducts)(product)
    .$state.get()
    .value?.variants.find((each) => each.id === id);

function saidOf(parts: readonly string[], count: number, { words }: EditView): string {
  const what = parts.join(' · ');
  return count > 1 ? words.text('quantity', { what, count }) : what;
}

interface Item {
  url: string | undefined;
  name: string;
  said: string;
  total: Money | undefined;
  /** What is done to it, as a glyph. */
  mark: string | undefined;
  /** The step that asks for it. */
  go: string | undefined;
}

function itemRow({ url, name, said, total, mark, go }: Item, view: EditView): TemplateResult {
  const inside = html`${picture(url)}
    <span class="grow"><span class="strong"><bdi>${name}</bdi></span
      ><span class="small ${mark ? 'accent' : 'second'}">${mark ? html`${glyph(mark, 's16')} ` : nothing}<bdi>${said}</bdi></span></span>
    <span class="num">${total ? money(total, view.words) : nothing}</span>`;
  return go
    ? html`<button class="li go" @click=${() => view.go(go)}>${inside}${roomIcon('chev', 's20')}</button>`
    : html`<div class="li">${inside}</div>`;
}
