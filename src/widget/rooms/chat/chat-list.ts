import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answering, Conversation } from '../../../contract/conversations.ts';
import type { SayHere } from '../../locales/words.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { roomHref } from '../room-element.ts';

/** When a person answers. */
export function answeringWords(
  { open, opensAt, minutes }: Partial<Answering>,
  words: SayHere,
): string {
  const { text, when } = words;
  if (opensAt) return when('answersFrom', opensAt);
  if (!open || !minutes) return '';
  return minutes < 60
    ? text('answersMinutes', { n: minutes })
    : text('answersHours', { n: minutes / 60 });
}

/** The shopper's conversations, the newest first. */
export const chatList = (
  items: readonly Conversation[],
  shop: string,
  words: SayHere,
  to: (path: string) => (event: MouseEvent) => void,
): TemplateResult | typeof nothing =>
  items.length
    ? html`<section class="sec">
        <h2 class="head">${words.text('conversations')}</h2>
        <div class="list">${items.map((one) => row(one, shop, words, to))}</div>
      </section>`
    : nothing;

function row(
  { id, preview, unread, state }: Conversation,
  shop: string,
  { text, when }: SayHere,
  to: (path: string) => (event: MouseEvent) => void,
): TemplateResult {
  const path = `talk/${encodeURIComponent(id)}`;
  const who = preview?.from === 'shopper' ? text('you') : (preview?.name ?? shop);
  const said =
    preview?.event === 'closed' || state === 'closed'
      ? text('talkClosed')
      : preview?.text || preview?.cards?.[0]?.title || (preview?.photos && text('photos'));
  return html`<a class="li" href=${roomHref(path)} @click=${to(path)}>
    ${roomIcon('chat')}
    <span class="grow"><span class="strong clip" dir="auto">${said ? `${who}: ${said}` : who}</span
      ><span class="small second">${preview ? when('chatDay', preview.at) : nothing}</span></span>
    ${unread ? html`<span class="badge" aria-label=${text('unread', { n: unread })}>${unread}</span>` : roomIcon('chev', 's20')}
  </a>`;
}
