import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReturnMethod } from '../../../contract/actions.ts';
import type { Return } from '../../../contract/returns.ts';
import type { PlainKey, Say } from '../../locales/words.ts';
import { linkRow } from '../../ui/row.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { timeline } from '../../ui/timeline.ts';
import { moveText } from '../money-moves.ts';
import { STATES } from '../return/return-words.ts';

/** Before it is on its way, what counts is what is to be done. */
const TODO: Readonly<Record<ReturnMethod, readonly [title: PlainKey, step: PlainKey]>> = {
  drop_off: ['showCode', 'handItIn'],
  label: ['printLabel', 'handItIn'],
  pick_up: ['pickUpComes', 'haveItReady'],
  own: ['sendItBack', 'sendItBack'],
  keep: ['keepIt', 'keepIt'],
};

const isToSend = ({ state }: Return): boolean => state === 'approved' || state === 'label_sent';

/** The carrier’s part is to come yet. */
export const isWaitedFor = ({ state, method }: Return): boolean =>
  state === 'approved' && method !== 'own' && method !== 'keep';

/** What it is about now, and what else there is to know. */
export function headlineOf(it: Return, words: Say): { title: string; told: string } {
  const { text } = words;
  const { method, state, number } = it;
  if (isWaitedFor(it))
    return { title: text(method === 'drop_off' ? 'codeSoon' : 'labelSoon'), told: '' };
  if (!isToSend(it))
    return {
      title: text(method === 'keep' && state === 'settled' ? 'keepIt' : STATES[state]),
      told: it.refusedWhy ?? (state === 'requested' ? text('inReview') : ''),
    };
  return {
    title: text(TODO[method][0]),
    told: method === 'own' ? text('ownHow', { number }) : (it.dropOff ?? ''),
  };
}

/** What is still to come: what the shopper does, then what the money does. */
export function planPart(it: Return, words: Say): TemplateResult | typeof nothing {
  const { when, text } = words;
  const due = it.moves.filter(({ state }) => state === 'planned' || state === 'moving');
  if (!isToSend(it) && !due.length) return nothing;
  const by = it.expiresAt;
  return html`<ol class="tl" aria-label=${text('whatNext')}>
    ${
      isToSend(it)
        ? html`<li class="ev now"><b></b><p class="strong">${text(TODO[it.method][1])}</p>${
            by
              ? html`<time class="small second num" datetime=${by}>${when('byThen', by)}</time>`
              : nothing
          }</li>`
        : nothing
    }
    ${due.map((move) => html`<li class="ev next"><b></b><p>${moveText(move, words)}</p></li>`)}
  </ol>`;
}

/** Where it is, and what happened so far. */
export function storyPart({ events, parcel, state }: Return, words: Say): TemplateResult {
  const { text, when } = words;
  const told = events.map((event) => ({
    at: event.at,
    when: when('eventAt', event.at),
    text: text(STATES[event.state]),
  }));
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
