import { html, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../client/problem.ts';
import type { PlainKey, Say } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';
import { stateBlock } from '../ui/state-block.ts';
import { silence } from './silence.ts';

interface Failure {
  title: PlainKey;
  /** What is not lost by it. */
  safe?: PlainKey;
  problem?: Problem | undefined;
  /** The room has a heading of its own. */
  heading?: boolean;
  again(): unknown;
}

/** What a room is about did not come: why, as far as that is known, and the way to ask again. */
export function failedBlock(
  desk: Desk,
  { title, safe, problem, heading, again }: Failure,
): TemplateResult {
  const { text } = desk.words;
  return stateBlock({
    ...{ icon: desk.$online.get() ? 'refresh' : 'cloudoff', failed: true, heading },
    title: text(title),
    text: silence(desk, problem, safe),
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

/** The places of rows that are on their way, under a heading. */
export const bones = (rows: number, { text }: Say): TemplateResult =>
  html`<div class="stack" role="status" aria-label=${text('loading')}>
    <i class="sk bar"></i>${Array.from({ length: rows }, () => html`<i class="sk opt-bone"></i>`)}
  </div>`;

/** The place of something that is on its way. */
export const bone = (look: string, { text }: Say): TemplateResult =>
  html`<i class="sk ${look}" role="status" aria-label=${text('loading')}></i>`;
