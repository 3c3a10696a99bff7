import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Message } from '../../contract/conversations.ts';
import { MOST_CARDS } from '../../contract/inbox-limits.ts';
import type { Card } from '../../contract/message-parts.ts';
import type { Thread } from '../stores/thread.ts';
import type { Say } from '../words/say.ts';
import { icon } from './desk-element.ts';

const icons = { order: 'box', return: 'returns', product: 'tag' } as const;

/** A card of a message, in words. */
export const cardName = ({ kind, title }: Card, say: Say): string =>
  kind === 'order' ? say.text('order', { number: title }) : title;

/** What goes with the reply: cards, and answers for the shopper to choose from. */
export function shownBeside(thread: Thread, say: Say): TemplateResult | typeof nothing {
  const { cards, choices } = thread.draft;
  if (!cards.length && !choices.length) return nothing;
  const chip = (name: string, lead: TemplateResult | typeof nothing, remove: () => void) =>
    html`<span class="mk">${lead}<bdi>${name}</bdi><button type="button" class="cib" aria-label=${say.text('removeTag', { tag: name })} @click=${remove}>${icon('close', 's16')}</button></span>`;
  return html`<div class="tags">
    ${cards.map((card) =>
      chip(cardName(card, say), icon(icons[card.kind], 's16'), () =>
        thread.show({ cards: cards.filter((one) => one !== card) }),
      ),
    )}
    ${choices.map((choice) =>
      chip(choice, nothing, () =>
        thread.show({ choices: choices.filter((one) => one !== choice) }),
      ),
    )}
  </div>`;
}

/** Puts a card beside the reply, once; of more than fit the oldest goes. */
export function showCard(thread: Thread, card: Card): void {
  const others = thread.draft.cards.filter(({ kind, id }) => kind !== card.kind || id !== card.id);
  thread.show({ cards: [...others, card].slice(-MOST_CARDS) });
}

/** The cards and the choices of a message. */
export const saidBeside = (
  { cards = [], choices = [] }: Pick<Message, 'cards' | 'choices'>,
  say: Say,
): TemplateResult | typeof nothing =>
  cards.length || choices.length
    ? html`<span class="tags">${cards.map(
        (card) =>
          html`<span class="mk">${icon(icons[card.kind], 's16')}<bdi>${cardName(card, say)}</bdi></span>`,
      )}${choices.map((choice) => html`<span class="mk"><bdi>${choice}</bdi></span>`)}</span>`
    : nothing;
