import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MoneyMove } from '../../../contract/quotes.ts';
import type { Return } from '../../../contract/returns.ts';
import type { Say } from '../../locales/words.ts';
import { linkRow } from '../../ui/row.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { timeline } from '../../ui/timeline.ts';
import { moveText } from '../money-moves.ts';
import { eventWords } from '../order-line.ts';
import { HANDOVER, isToSend, STATES } from '../return/return-words.ts';

/** How far a move is, as its dot says it. */
const DOTS: Readonly<Record<MoneyMove['state'], string>> = {
  planned: 'next',
  moving: 'next',
  done: '',
  failed: 'stop',
};

/** What the shopper has to do, then what the money does, or has done. */
export function planPart(it: Return, words: Say): TemplateResult | typeof nothing {
  const { when, text } = words;
  // nothing is promised before the shop has agreed
  const moves = it.state === 'requested' ? [] : it.moves;
  if (!isToSend(it) && !moves.length) return nothing;
  const by = it.expiresAt;
  return html`<ol class="tl" aria-label=${text('whatNext')}>
    ${
      isToSend(it)
        ? html`<li class="ev now"><b></b><p class="strong">${text(HANDOVER[it.method][1])}</p>${
            by
              ? html`<time class="small second num" datetime=${by}>${when('byThen', by)}</time>`
              : nothing
          }</li>`
        : nothing
    }
    ${moves.map((move) => html`<li class="ev ${DOTS[move.state]}"><b></b><p>${moveText(move, words)}</p></li>`)}
    ${it.instant && isToSend(it) ? html`<li class="ev next"><b></b><p>${text('newSent')}</p></li>` : nothing}
  </ol>`;
}

/** Where it is, and what happened so far. */
export function storyPart({ events, parcel, state }: Return, words: Say): TemplateResult {
  const { text, when } = words;
  const told = [
    ...events.map(({ at, state: is }) => ({ at, text: text(STATES[is]) })),
    ...(parcel?.events ?? []).map((event) => ({
      at: event.at,
      text: eventWords(event, words),
      more: event.place,
    })),
  ]
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .map((event) => ({ ...event, when: when('eventAt', event.at) }));
  const stopped = state === 'refused' || state === 'cancelled' || state === 'expired';
  const { url, carrier, number = '' } = parcel ?? {};
  return html`<section class="sec" aria-labelledby="story">
    <h2 class="head" id="story">${text('steps')}</h2>
    ${timeline(text('steps'), told, stopped)}
    ${
      url
        ? html`<div class="list">${linkRow(
            {
              lead: roomIcon('truck'),
              title: carrier ? text('followAt', { carrier: carrier.name }) : text('follow'),
              text: number,
            },
            url,
          )}</div>`
        : nothing
    }
  </section>`;
}
