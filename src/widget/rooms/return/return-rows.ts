import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Return } from '../../../contract/returns.ts';
import type { Say } from '../../locales/words.ts';
import { stepRow } from '../../ui/row.ts';
import { STATES } from './return-words.ts';

/** Returns there are already, and how far they are. */
export function returnRows(
  known: readonly Return[],
  { text }: Say,
  open: (id: string) => void,
): TemplateResult | typeof nothing {
  if (!known.length) return nothing;
  return html`<section class="sec" aria-labelledby="earlier">
    <h2 class="head" id="earlier">${text('itsReturns')}</h2>
    <div class="list plain">${known.map(({ id, number, state }) =>
      stepRow({ title: text('returnNumber', { number }), text: text(STATES[state]) }, () =>
        open(id),
      ),
    )}</div>
  </section>`;
}
