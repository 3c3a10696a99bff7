import { html, type TemplateResult } from 'lit/html.js';
import type { PlainKey, Say } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import { stateBlock } from '../ui/state-block.ts';

interface Failure {
  title: PlainKey;
  /** What is not lost by it. */
  safe?: PlainKey;
  /** The room has a heading of its own. */
  heading?: boolean;
  again(): unknown;
}

/** What a room is about did not come: why, as far as that is known, and the way to ask again. */
export function failedBlock(
  { $online, words: { text } }: Desk,
  { title, safe, heading, again }: Failure,
): TemplateResult {
  const isOnline = $online.get();
  const why = text(isOnline ? 'shopSilent' : 'offline');
  return stateBlock({
    ...{ icon: isOnline ? 'refresh' : 'cloudoff', failed: true, heading },
    title: text(title),
    text: safe ? `${why} ${text(safe)}` : why,
    actions: html`<button class="btn" @click=${again}>${text('retry')}</button>`,
  });
}

/** The same of a part of a room. */
export const failedPart = (
  title: PlainKey,
  again: () => unknown,
  { text }: Say,
): TemplateResult => html`<div class="stack">
  <p class="second" role="alert">${text(title)}</p>
  <button class="btn quiet" @click=${again}>${text('retry')}</button>
</div>`;

/** The place of something that is on its way. */
export const bone = (look: string, { text }: Say): TemplateResult =>
  html`<i class="sk ${look}" role="status" aria-label=${text('loading')}></i>`;
