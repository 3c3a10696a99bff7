import { html, nothing, type TemplateResult } from 'lit/html.js';
import { createKnownEvents } from '../../stores/known-events.ts';
import { parts } from '../../ui/parts.styles.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { stepRow } from '../../ui/row.ts';
import type { RoomElement } from '../room-element.ts';
import { askStyles } from './known-part.styles.ts';

/** What a room wears that shows these. */
export const styles = [parts, askStyles];

type Room = Pick<RoomElement, 'desk' | 'requestUpdate'>;

/** May the shop remember what they do here? Either answer is as near as the other; `again`: it may be changed. */
export function askPart(room: Room, again: boolean): TemplateResult | typeof nothing {
  const { desk } = room;
  const { text } = desk.words;
  const { signals } = desk.use(createKnownEvents);
  const answer = signals?.answer;
  if (!signals || !(again ? answer : answer === 'open')) return nothing;
  const say = (said: 'yes' | 'no') =>
    html`<button class="btn quiet on-tint" aria-pressed=${answer === said} @click=${() => {
      signals.say(said === 'yes');
      desk.announce(text('thanks'));
      room.requestUpdate();
    }}>${text(said === 'yes' ? 'knowThis' : 'knowNot')}</button>`;
  return html`<section class="card" aria-labelledby="may">
    <div class="stack">
      <h2 class="head" id="may">${text('mayKnow')}</h2>
      <p class="second small">${text('mayKnowHow')}</p>
      <div class="two">${say('no')} ${say('yes')}</div>
    </div>
  </section>`;
}

/** Below what may suit somebody: that question, and the way to what is known. */
export const knownPart = (room: Room): TemplateResult =>
  html`${askPart(room, false)}
    <div class="list">${stepRow({ lead: roomIcon('info'), title: room.desk.words.text('knownTitle') }, () => room.desk.route.go('known-events'))}</div>`;
