import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../contract/orders.ts';
import type { ProductSummary } from '../../contract/products.ts';
import { picture } from '../../widget/ui/picture.ts';
import { unitsOf, type Added, type Swap } from './order-draft.ts';
import type { OrderForm } from './order-form.ts';
import { icon } from './desk-element.ts';
import { valueOf } from './order-ways.ts';
import { variantChoice } from './variant-choice.ts';

const MOST = 1_000;

/** How many of each line. */
export const units = (form: OrderForm, most: (line: Line) => number): TemplateResult =>
  html`<ul class="units">${form.value.order.lines.map(
    (line) =>
      html`<li>${named(line)} ${count(form, line, { least: 0, most: most(line) })}
        <span class="csmall second num">/ ${most(line)}</span></li>`,
  )}</ul>`;

/** What each line becomes, what goes, and what comes to it. */
export function items(form: OrderForm): TemplateResult {
  const { value, draft, say, set } = form;
  const { actions, lines } = value.order;
  const can = new Map(actions?.lines.map((line) => [line.line, line]));
  const put = (at: number, more: Partial<Added>) =>
    set({ added: draft.added.map((one, nth) => (nth === at ? { ...one, ...more } : one)) });
  const isOneOfMany = lines.length > 1 && value.may.cancel.allowed;
  return html`<ul class="units">${lines.map((line) => {
    const { changes = [], cancel } = can.get(line.id) ?? {};
    return html`<li>${named(line)}
        ${changes.includes('quantity') ? count(form, line, { least: 1, most: MOST }) : html`<span class="csmall num">× ${line.quantity}</span>`}
        ${isOneOfMany && cancel?.allowed ? out(form, line.name, () => form.takeOut(line.id)) : nothing}
        ${changes.includes('variant') ? variantOf(form, line) : nothing}</li>`;
  })}</ul>
    ${
      draft.added.length
        ? html`<ul class="units" aria-label=${say.text('field_add')}>${draft.added.map(
            (one, at) =>
              html`<li><span class="th">${icon('box')}</span><span class="grow label clip"><bdi>${one.name}</bdi></span>
                <input class="in" type="number" inputmode="numeric" min="1" max=${MOST} aria-label=${say.text('howMany', { name: one.name })} .value=${String(one.quantity)} @change=${(event: Event) => put(at, { quantity: within(event, 1, MOST) })}>
                ${out(form, one.name, () => set({ added: draft.added.filter((_, nth) => nth !== at) }))}
                ${variantChoice(form, { of: one, name: one.name, choose: (variant) => put(at, { variant }) })}</li>`,
          )}</ul>`
        : nothing
    }
    ${actions?.addItems ? picker(form, 'addProduct', (product) => add(form, product)) : nothing}`;
}

/** What goes back, and what is sent in its place. */
export function exchangedItems(form: OrderForm): TemplateResult {
  const { value, draft, set } = form;
  const { actions, lines } = value.order;
  const can = new Map(actions?.lines.map((line) => [line.line, line]));
  const swapTo = (line: Line, swap: Swap) => set({ swaps: { ...draft.swaps, [line.id]: swap } });
  return html`<ul class="units">${lines.map((line) => {
    const { returnable = 0, exchange } = can.get(line.id) ?? {};
    const most = exchange?.allowed ? returnable : 0;
    const swap = draft.swaps[line.id] ?? { product: line.product };
    const other =
      swap.product === line.product ? undefined : form.products.$known.get()[swap.product];
    return html`<li>${named(line)} ${count(form, line, { least: 0, most })}
      <span class="csmall second num">/ ${most}</span>
      ${
        unitsOf(draft, 'exchange', line) > 0
          ? html`<div class="swap">${other?.value ? html`<p class="label"><bdi>${other.value.name}</bdi></p>` : nothing}
            ${variantChoice(form, { of: swap, name: line.name, except: line.variant, choose: (variant) => swapTo(line, { ...swap, variant }) })}
            ${
              actions?.exchangeForAny
                ? html`<details><summary class="csmall">${form.say.text('otherProduct')}</summary>${picker(form, 'otherProduct', ({ id, only }) => swapTo(line, { product: id, ...(only !== undefined && { variant: only }) }))}</details>`
                : nothing
            }</div>`
          : nothing
      }</li>`;
  })}</ul>`;
}

const named = ({ name, options, picture: image }: Line): TemplateResult =>
  html`${picture(image?.url, 32, 38)}<span class="grow"><span class="label clip">${name}</span>
    <span class="plain second clip">${options.map((one) => one.value).join(' · ')}</span></span>`;

function count(
  { act, draft, say, set }: OrderForm,
  line: Line,
  { least, most }: { least: number; most: number },
): TemplateResult {
  const onInput = (event: Event) =>
    set({ units: { ...draft.units, [line.id]: within(event, least, most) } });
  return html`<input class="in" type="number" inputmode="numeric" min=${least} max=${most} ?disabled=${most === 0} aria-label=${say.text('howMany', { name: line.name })} .value=${String(unitsOf(draft, act, line))} @change=${onInput}>`;
}

/** What is typed, within what may be; the field shows what it became. */
function within(event: Event, least: number, most: number): number {
  const wanted = Math.round(Number(valueOf(event)) || 0);
  const may = Math.max(least, Math.min(most, wanted));
  (event.target as HTMLInputElement).value = String(may);
  return may;
}

const out = ({ say }: OrderForm, name: string, run: () => void): TemplateResult =>
  html`<button type="button" class="cib" aria-label=${say.text('takeOut', { name })} title=${say.text('takeOut', { name })} @click=${run}>${icon('close', 's16')}</button>`;

/** Another of what the line comes in: read once somebody asks. */
function variantOf(form: OrderForm, line: Line): TemplateResult | typeof nothing {
  const { draft, say, set } = form;
  const swap = draft.swaps[line.id];
  const put = (next: Swap) => set({ swaps: { ...draft.swaps, [line.id]: next } });
  return swap
    ? variantChoice(form, {
        ...{ of: { ...swap, variant: swap.variant ?? line.variant }, name: line.name },
        choose: (variant) => put({ ...swap, variant }),
      })
    : html`<div class="swap"><button type="button" class="cb ctext" aria-label="${say.text('otherVariant')}: ${line.name}" @click=${() => put({ product: line.product })}>${say.text('otherVariant')}</button></div>`;
}

const picker = (
  { say, products }: OrderForm,
  label: 'addProduct' | 'otherProduct',
  choose: (product: ProductSummary) => void,
): TemplateResult =>
  html`<fd-product-picker .say=${say} .products=${products} .label=${say.text(label)} .choose=${choose}></fd-product-picker>`;

function add({ draft, set }: OrderForm, { id, name, only }: ProductSummary): void {
  const same = draft.added.findIndex(({ variant }) => variant !== undefined && variant === only);
  const one = { product: id, name, quantity: 1, ...(only !== undefined && { variant: only }) };
  set({
    added:
      same < 0
        ? [...draft.added, one]
        : draft.added.map((each, at) =>
            at === same ? { ...each, quantity: each.quantity + 1 } : each,
          ),
  });
}
