import { html, type TemplateResult } from 'lit/html.js';
import type { Say } from '../../locales/words.ts';

export interface CancelPart {
  words: Say;
  /** It is asked about once more. */
  sure: boolean;
  busy: boolean;
  ask(sure: boolean): void;
  cancel(): void;
}

/** Keeping it after all: said what that means, then done. */
export function cancelPart({ words, sure, busy, ask, cancel }: CancelPart): TemplateResult {
  const { text } = words;
  if (!sure)
    return html`<button class="btn text" @click=${() => ask(true)}>${text('cancelReturn')}</button>`;
  return html`<section class="card" aria-labelledby="sure"><div class="stack">
    <h2 class="strong" id="sure">${text('cancelReturnSure')}</h2>
    <p class="small second">${text('cancelReturnHow')}</p>
    <div class="two">
      <button class="btn quiet on-tint" @click=${() => ask(false)}>${text('stayReturn')}</button>
      <button class="btn quiet on-tint" aria-disabled=${busy} @click=${cancel}>${text('cancelReturn')}</button>
    </div>
  </div></section>`;
}
