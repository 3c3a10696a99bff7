import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderProgress } from '../../../contract/orders.ts';
import type { Parcel } from '../../../contract/shipments.ts';
import type { Say } from '../../locales/words.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { headline, progressBar, stepOf, stepWords } from '../order-parts.ts';
import { isOver, leadOf, story } from './order-story.ts';

/** The headline that answers, what it leaves open, and how far the order is. */
export function orderHead(
  progress: OrderProgress,
  parcels: readonly Parcel[],
  words: Say,
): TemplateResult {
  const { needsYou, parcel, status } = progress;
  const told = story(progress, parcels, words);
  const steps = stepWords(words);
  const step = stepOf(progress.progress);
  const isDone = status === 'cancelled' || isOver(progress) || (status === 'delivered' && !parcel);
  const warn = parcels[leadOf(progress, parcels)]?.action ? 'warn' : '';
  return html`<div class="stack tight">
    ${needsYou ? html`<p class="mk">${roomIcon('alert', 's16')}${words.text('needsYou')}</p>` : nothing}
    <h1 class="display ${needsYou ? 'titled' : ''}" tabindex="-1">${headline(progress, words)}</h1>
    ${told ? html`<p class="second">${told}</p>` : nothing}
    ${
      isDone
        ? nothing
        : html`<div class=${warn}>
            ${progressBar(progress.progress, words.text('step', { n: step, of: 4, name: steps[step - 1]! }))}
            <div class="words" aria-hidden="true">${steps.map((word, n) => html`<span class=${n === step - 1 ? 'on' : ''}>${word}</span>`)}</div>
          </div>`
    }
  </div>`;
}
