import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line, Order, Payment } from '../../../contract/orders.ts';
import type { Say } from '../../locales/words.ts';
import { glyph } from '../../ui/icon.ts';
import { plainRow } from '../../ui/row.ts';
import { list, money, picture } from '../order-parts.ts';

export { styles } from './order-items.styles.ts';

const CARD = 'M3.5 6h17v12.5h-17zm0 4h17M7 14.8h3';
const PIN =
  'M12 21s7-5.6 7-11a7 7 0 0 0-14 0c0 5.4 7 11 7 11zm2.6-11a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0';

/** What was bought, what it cost and where it goes. */
export const orderItems = (order: Order, words: Say): TemplateResult =>
  html`${itemsPart(order, words)} ${paidPart(order, words)} ${addressPart(order, words)}`;

function itemsPart({ lines, itemCount, placedAt }: Order, words: Say): TemplateResult {
  const { text, when } = words;
  return html`<section class="sec">
    <div class="row between">
      <h2 class="head">${text('items', { n: itemCount })}</h2>
      <p class="small second">${when('placed', placedAt)}</p>
    </div>
    <div class="list pics">${lines.map((line) => item(line, words))}</div>
  </section>`;
}

function item(
  { name, options, quantity, total, picture: shown, url }: Line,
  words: Say,
): TemplateResult {
  const { text } = words;
  const what = options.map(({ value }) => value).join(' · ');
  const row = html`${picture(shown?.url)}
    <span class="grow"><span class="strong"><bdi>${name}</bdi></span>${
      what || quantity > 1
        ? html`<span class="small second">${quantity > 1 ? text('quantity', { what, count: quantity }) : what}</span>`
        : nothing
    }</span>
    <span class="num">${money(total, words)}</span>`;
  return url
    ? html`<a class="li item" href=${url}>${row}</a>`
    : html`<div class="li item">${row}</div>`;
}

function paidPart({ totals, payments }: Order, words: Say): TemplateResult {
  const { text } = words;
  const { items, discounts, shipping, tax, taxIncluded, total } = totals;
  const inside = taxIncluded && tax.amount !== 0;
  return html`<section class="sec">
    <h2 class="head">${text('paid')}</h2>
    <dl class="sum">
      <dt>${text('itemsSum')}</dt><dd>${money(items, words)}</dd>
      ${discounts.map(({ label, amount }) => html`<dt><bdi>${label}</bdi></dt><dd class="good">${money(amount, words)}</dd>`)}
      <dt>${text('delivery')}</dt><dd>${shipping.amount ? money(shipping, words) : text('free')}</dd>
      ${!taxIncluded && tax.amount ? html`<dt>${text('tax')}</dt><dd>${money(tax, words)}</dd>` : nothing}
      <dt class="total">${inside ? text('totalWithTax', { tax: money(tax, words) }) : text('total')}</dt><dd class="total">${money(total, words)}</dd>
    </dl>
    ${payments.length ? html`<div class="list">${payments.map((payment) => paymentRow(payment, words))}</div>` : nothing}
  </section>`;
}

function paymentRow({ label, lastFour, amount }: Payment, words: Say): TemplateResult {
  const { text } = words;
  const name = lastFour ? text('endingIn', { label, digits: lastFour }) : label;
  const back = amount.amount < 0;
  return plainRow({
    lead: glyph(CARD),
    title: back ? text('givenBack', { label: name }) : name,
    value: money(back ? { ...amount, amount: -amount.amount } : amount, words),
  });
}

function addressPart({ address, progress }: Order, words: Say): TemplateResult | typeof nothing {
  if (!address) return nothing;
  const { name, lines, postcode, city, region, country } = address;
  const place = [postcode, city].filter(Boolean).join(' ');
  const all = [name, ...lines, place, region, country].filter((part): part is string => !!part);
  const isOver = progress.status === 'delivered' || progress.status === 'cancelled';
  return html`<div class="list">${plainRow({
    lead: glyph(PIN),
    title: words.text(isOver ? 'wentTo' : 'goesTo'),
    text: list(all, words),
  })}</div>`;
}
