import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../../../contract/orders.ts';
import type { CartLine, Reorder } from '../../../contract/reorder.ts';
import { list, money } from '../../locales/figures.ts';
import type { Say } from '../../locales/words.ts';
import { choices } from '../../ui/choice.ts';
import { itemRow, unitsRow } from '../order-lines.ts';
import { againOffers, insteadOffer, type Offer, type Units } from './again-offers.ts';

export interface AgainView {
  readonly reorder: Reorder;
  /** Of the order itself: what is gone is named by them. */
  readonly bought: readonly Line[];
  readonly units: Units;
  readonly words: Say;
  set(key: string, units: number): void;
}

/** What can be bought again, and what is gone with what comes nearest. */
export const againList = (view: AgainView): TemplateResult =>
  html`${choices(
    view.words.text('buyAgain'),
    againOffers(view.reorder, view.units).map((offer) => offerRow(offer, view)),
  )}
  ${gonePart(view)}`;

/** Its name, and what it comes in. */
export const nameOf = ({ name, options }: Pick<CartLine, 'name' | 'options'>, words: Say): string =>
  list([name, ...options.map(({ value }) => value)], words);

function gonePart(view: AgainView): TemplateResult | typeof nothing {
  const { gone } = view.reorder;
  const { text } = view.words;
  if (!gone.length) return nothing;
  return html`<section class="sec">
    <h2 class="head">${text('nowGone')}</h2>
    ${gone.map(({ line, alternative }) => {
      const was = view.bought.find(({ id }) => id === line);
      const what = was ? nameOf(was, view.words) : '';
      return html`<div class="part">
        <p class="second">${text(alternative ? 'goneBut' : 'goneOnly', { what })}</p>
        ${alternative ? offerRow(insteadOffer(alternative, view.units), view) : nothing}
      </div>`;
    })}
  </section>`;
}

const offerRow = ({ key, line, units }: Offer, { words, set }: AgainView): TemplateResult =>
  unitsRow(
    {
      ...{ ...itemRow(line), name: 'again', value: key },
      end: money(line.unitPrice, words),
    },
    {
      ...{ what: line.name, count: units, most: line.quantity },
      set: (count) => set(key, count),
    },
    words,
  );
