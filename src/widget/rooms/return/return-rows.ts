import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Return } from '../../../contract/returns.ts';
import type { Desk } from '../../stores/desk.ts';
import type { RemoteStore } from '../../stores/remote.ts';
import { createReturns } from '../../stores/returns.ts';
import { stepRow } from '../../ui/row.ts';
import { STATES } from './return-words.ts';

/** The returns an order has, as far as they are read. */
export const readReturns = (ids: readonly string[], desk: Desk): RemoteStore<Return>[] =>
  ids.map(desk.use(createReturns).one);

/** Returns there are already, and how far they are. */
export function returnRows(ids: readonly string[], desk: Desk): TemplateResult | typeof nothing {
  const { words, route } = desk;
  const { text } = words;
  const known = readReturns(ids, desk).flatMap(({ $state }) => $state.get().value ?? []);
  if (!known.length) return nothing;
  return html`<section class="sec" aria-labelledby="earlier">
    <h2 class="head" id="earlier">${text('itsReturns')}</h2>
    <div class="list plain">${known.map(({ id, number, state }) =>
      stepRow({ title: text('returnNumber', { number }), text: text(STATES[state]) }, () =>
        route.go({ room: 'returned', id }),
      ),
    )}</div>
  </section>`;
}
