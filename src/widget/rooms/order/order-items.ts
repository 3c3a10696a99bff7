import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LineActions, Verdict } from '../../../contract/actions.ts';
import type { Line, Order, Payment } from '../../../contract/orders.ts';
import { methodName } from '../../locales/figures.ts';
import type { Say } from '../../locales/words.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { plainRow } from '../../ui/row.ts';
import { methodTitle } from '../method-title.ts';
import { list, money, picture } from '../order-parts.ts';

/** What was bought, what it cost and where it goes. */
export const orderItems = (order: Order, words: Say): TemplateResult =>
  html`${itemsPart(order, words)} ${paidPart(order, words)} ${addressPart(order, words)}`;

function itemsPart({ lines, itemCount, placedAt, actions }: Order, words: Say): TemplateResult {
  const { text, when } = words;
  return html`<section class="sec">
    <div class="row between">
      <h2 class="head">${text('items', { n: itemCount })}</h2>
      <p class="small second">${when('placed', placedAt)}</p>
    </div>
    <div class="list pics">${lines.map((line, at) => item(line, actions?.lines[at], words))}</div>
  </section>`;
}

function item(
  { name, options, quantity, total, picture: shown, url }: Line,
  actions: LineActions | undefined,
  words: Say,
): TemplateResult {
  const { text } = words;
  const what = options.map(({ value }) => value).join(' · ');
  const back = actions && backText(actions.return, words);
  const row = html`${picture(shown?.url)}
    <span class="grow"><span class="strong"><bdi>${name}</bdi></span>${
      what || quantity > 1 || back
        ? html`<span class="small second">${[
            quantity > 1 ? text('quantity', { what, count: quantity }) : what,
            back,
          ]
            .filter(Boolean)
            .join(' · ')}</span>`
        : nothing
    }</span>
    <span class="num">${money(total, words)}</span>`;
  return url
    ? html`<a class="li item" href=${url}>${row}</a>`
    : html`<div class="li item">${row}</div>`;
}

/** How long it may go back, or that it stays. */
function backText(back: Verdict, { text, date }: Say): string | undefined {
  if (back.allowed) return back.until && text('returnUntil', { date: date(back.until) });
  if (back.reason === 'final_sale') return text('finalSale');
  return back.reason === 'return_running' ? text('goingBack') : undefined;
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

function paymentRow(payment: Payment, words: Say): TemplateResult {
  const { text } = words;
  const { label, lastFour, amount } = payment;
  const back = amount.amount < 0;
  const name = lastFour
    ? text('endingIn', { label, digits: lastFour })
    : (back ? methodName : methodTitle)(payment, words);
  return plainRow({
    lead: roomIcon('card'),
    title: back ? text('givenBack', { label: name }) : name,
    value: money(back ? { ...amount, amount: -amount.amount } : amount, words),
  });
}

function addressPart({ address, progress }: Order, words: Say): TemplateResult | typeof nothing {
  const { status } = progress;
  // what was cancelled went nowhere
  if (!address || status === 'cancelled') return nothing;
  const { name, lines, postcode, city, region, country } = address;
  const place = [postcode, city].filter(Boolean).join(' ');
  const all = [name, ...lines, place, region, country].filter((part): part is string => !!part);
  return html`<div class="list">${plainRow({
    lead: roomIcon('pin'),
    title: words.text(status === 'delivered' ? 'wentTo' : 'goesTo'),
    text: list(all, words),
  })}</div>`;
}
