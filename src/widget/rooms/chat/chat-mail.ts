import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Conversation } from '../../../contract/conversations.ts';
import type { Say } from '../../locales/words.ts';

export interface MailPart {
  conversation: Conversation;
  words: Say;
  /** Somebody unknown has to say where to. */
  asks: boolean;
  /** The address is being asked for. */
  isAsking: boolean | undefined;
  ask(): void;
  want(email?: string): void;
}

/** Whoever will not wait here gets the answer by mail, if they wish. */
export function mailPart(part: MailPart): TemplateResult | typeof nothing {
  const { conversation, words, asks, isAsking, ask, want } = part;
  const { text } = words;
  if (conversation.mailed) return html`<p class="meta" role="status">${text('mailed')}</p>`;
  if (conversation.state !== 'open') return nothing;
  if (!isAsking)
    return html`<p><button class="link" @click=${() => (asks ? ask() : want())}>${text('mailMe')}</button></p>`;
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    want(String(new FormData(form).get('email')));
  };
  return html`<form class="chips mail" @submit=${submit}>
    <input name="email" type="email" required autocomplete="email" aria-label=${text('email')} placeholder=${text('email')} />
    <button class="btn">${text('mailMe')}</button>
  </form>`;
}

/** All that was said, for keeping. */
export const transcriptPart = (
  isSent: boolean | undefined,
  want: () => void,
  { text }: Say,
): TemplateResult =>
  isSent
    ? html`<p class="meta" role="status">${text('talkMailed')}</p>`
    : html`<p><button class="link" @click=${want}>${text('mailTalk')}</button></p>`;
