import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../contract/orders.ts';
import type { MoneyMove, Quote, Sum } from '../../contract/quotes.ts';
import { methodName, money, signed } from '../locales/figures.ts';
import type { PlainKey, Say } from '../locales/words.ts';
import { roomIcon } from '../ui/room-icon.ts';
import { plainRow } from '../ui/row.ts';
import { asSentence } from './method-title.ts';
import { inDays, whenThere } from './money-moves.ts';

const KINDS: Readonly<Record<Sum['kind'], PlainKey>> = {
  item: 'item',
  discount: 'discount',
  tax: 'tax',
  shipping: 'delivery',
  fee: 'fee',
  return_shipping: 'wayBack',
  bonus: 'bonus',
  unpaid: 'unpaid',
};

/**
 * What a change comes to, before it is agreed to: how it adds up, and which way the money goes.
 * What is to be paid is told as a price, though it leaves the shopper.
 */
export function quoteSums(
  { sums, total, moves, review }: Pick<Quote, 'sums' | 'total' | 'moves' | 'review'>,
  lines: readonly Line[],
  words: Say,
): TemplateResult {
  const { text } = words;
  if (!sums.length && !moves.length) return html`<p class="second">${text('nothingToPay')}</p>`;
  const kind = total.amount > 0 ? 'youGet' : total.amount < 0 ? 'youPay' : 'nothingToPay';
  const sign = total.amount < 0 ? -1 : 1;
  const told = ({ kind: of, amount: { amount, currency } }: Sum) =>
    (of === 'bonus' ? signed : money)({ amount: amount * sign, currency }, words);
  return html`<section class="sec" aria-labelledby="adds">
    <h2 class="head" id="adds">${text('addsUp')}</h2>
    ${
      sums.length
        ? html`<dl class="sum">
      ${sums.map(
        (sum) =>
          html`<dt><bdi>${nameOf(sum, lines, words)}</bdi></dt><dd class=${sum.kind === 'bonus' ? 'good' : ''}>${told(sum)}</dd>`,
      )}
      <dt class="total">${text(kind)}</dt><dd class="total">${total.amount ? plain(total, words) : nothing}</dd>
    </dl>`
        : nothing
    }
    ${moves.length ? html`<div class="list">${moves.map((move) => moveRow(move, !review, words))}</div>` : nothing}
    ${review ? html`<p class="small second">${text('shopLooks')}</p>` : nothing}
  </section>`;
}

function nameOf({ kind, line, label }: Sum, lines: readonly Line[], { text }: Say): string {
  const about = lines.find(({ id }) => id === line);
  return label ?? (kind === 'item' ? about?.name : undefined) ?? text(KINDS[kind]);
}

function moveRow(move: MoneyMove, isAgreed: boolean, words: Say): TemplateResult {
  const { text } = words;
  const isBack = move.amount.amount > 0;
  const label = methodName(move, words);
  return plainRow({
    lead: roomIcon('card'),
    title: text(isBack ? 'backTo' : 'payWith', { label }),
    text: isBack
      ? isAgreed
        ? whenThere(move, words)
        : asSentence(inDays(move, words))
      : undefined,
    value: plain(move.amount, words),
  });
}

/** Its direction is said in words. */
const plain = ({ amount, currency }: Quote['total'], words: Say): string =>
  money({ amount: Math.abs(amount), currency }, words);
