import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Card } from '../../../contract/message-parts.ts';
import type { Desk } from '../../stores/desk.ts';
import { icon } from '../../ui/icon.ts';
import { linkRow, plainRow } from '../../ui/row.ts';
import { orderRow, picture } from '../order-parts.ts';
import { roomHref, roomPath } from '../room-element.ts';

/** Leads to a room. */
export type To = (path: string) => (event: Event) => void;

/** What is asked about, until it is sent: kept as what is written is. */
export const ABOUT = 'chat about';

/** What a message shows beside its words: rows as the rooms have them, which lead there. */
export const shownCards = (
  cards: readonly Card[] | undefined,
  desk: Desk,
  to: To,
  look: string,
): TemplateResult | typeof nothing =>
  cards?.length
    ? html`<div class="cards ${look}">${cards.map((card) => row(card, desk, to))}</div>`
    : nothing;

function row({ kind, id, title, picture: thumb, url }: Card, desk: Desk, to: To): TemplateResult {
  const { words, orders } = desk;
  const lead = picture(thumb?.url);
  if (kind === 'product') return url ? linkRow({ lead, title }, url) : plainRow({ lead, title });
  const isOrder = kind === 'order';
  // how it stands now, where that is known
  const known = isOrder && orders.$state.get().value?.items.find((one) => one.id === id);
  if (known) return orderRow(known, words, to);
  const path = roomPath(isOrder ? 'order' : 'returned', id);
  const name = words.text(isOrder ? 'orderNumber' : 'returnNumber', { number: title });
  return linkRow({ lead: isOrder ? lead : icon('refresh'), title: name }, roomHref(path), to(path));
}
