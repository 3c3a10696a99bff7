import { html, type TemplateResult } from 'lit/html.js';
import type { Conversation } from '../../../contract/conversations.ts';
import type { Say } from '../../locales/words.ts';

/** Asks how a conversation was, once the shop is done with it. */
export const chatRating = (
  { id, rating }: Conversation,
  { text }: Say,
  rate: (id: string, rating: number) => void,
): TemplateResult =>
  html`<section class="stack">
    <h2 class="head">${text(rating ? 'thanks' : 'rate')}</h2>
    <div class="chips rate" role="group" aria-label=${text('rate')}>
      ${[1, 2, 3, 4, 5].map(
        (n) =>
          html`<button class="btn ${n === rating ? '' : 'quiet'}" aria-pressed=${n === rating}
            aria-label=${text('rateOf', { n })} @click=${() => rate(id, n)}>${n}</button>`,
      )}
    </div>
  </section>`;
