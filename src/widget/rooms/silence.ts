import { html, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../client/problem.ts';
import type { PlainKey } from '../locales/words.ts';
import type { Desk } from '../stores/desk.ts';

/** Why nothing came, what is not lost by it, and when to ask again, where that is known. */
export function silence({ $online, words }: Desk, problem?: Problem, safe?: PlainKey): string {
  const { text, here } = words;
  const isOnline = $online.get();
  const said = [text(isOnline ? 'shopSilent' : 'offline')];
  if (safe) said.push(text(safe));
  if (isOnline && problem?.retryAt) said.push(here.when('againAt', problem.retryAt));
  return said.join(' ');
}

/** That the orders did not come, on home. */
export const ordersSilent = (
  desk: Desk,
  problem: Problem | undefined,
  again: () => unknown,
): TemplateResult => html`<section class="card stack" role="alert">
  <h2 class="head">${desk.words.text('ordersFailed')}</h2>
  <p class="second">${silence(desk, problem, 'ordersSafe')}</p>
  <button class="btn quiet on-tint" @click=${again}>${desk.words.text('retry')}</button>
</section>`;
