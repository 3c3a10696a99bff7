import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OutcomeKind } from '../../../contract/actions.ts';
import type { Line } from '../../../contract/orders.ts';
import type { Return } from '../../../contract/returns.ts';
import type { PlainKey, Say } from '../../locales/words.ts';
import { plainRow } from '../../ui/row.ts';
import { picture } from '../../ui/picture.ts';
import { asSentence } from '../method-title.ts';
import { quoteSums } from '../sums.ts';

const FOR: Readonly<Record<OutcomeKind, PlainKey>> = {
  refund: 'refund',
  store_credit: 'storeCredit',
  exchange: 'swap',
  replacement: 'sameAgain',
};

/** Nothing goes back, and nothing comes of it. */
const ended: ReadonlySet<Return['state']> = new Set(['refused', 'cancelled', 'expired']);

/** What goes back, with its pictures, for what, and how that adds up. */
export function backPart(
  it: Return,
  lines: readonly Line[],
  photos: TemplateResult | undefined,
  words: Say,
): TemplateResult {
  const { text } = words;
  return html`<section class="sec" aria-labelledby="goes">
      <h2 class="head" id="goes">${text(it.method === 'keep' || ended.has(it.state) ? 'itemsSum' : 'whatGoes')}</h2>
      <div class="list pics">${it.lines.map(({ line: id, quantity, outcome }) => {
        const line = lines.find((each) => each.id === id);
        const what = line?.name ?? '';
        return plainRow({
          lead: picture(line?.picture?.url),
          title: html`<bdi>${quantity > 1 ? text('quantity', { what, count: quantity }) : what}</bdi>`,
          text: asSentence(text(FOR[outcome])),
        });
      })}</div>
      ${photos}
    </section>
    ${it.sums.length && !ended.has(it.state) ? quoteSums(it, lines, words) : nothing}`;
}
