import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Message } from '../../contract/conversations.ts';
import type { InboxThread, Note } from '../../contract/inbox.ts';
import type { Staff } from '../../contract/staff.ts';
import { partsOf } from '../stores/mentions.ts';
import type { Say } from '../words/say.ts';
import { initials } from './desk-element.ts';
import { linkedText } from '../../widget/ui/linked-text.ts';
import { saidBeside } from './shown-beside.ts';
import { sentDocuments, sentPictures } from './sent-pictures.ts';

interface Log {
  say: Say;
  /** Whose answers are one's own. */
  me: string | undefined;
  /** The shopper's. */
  name: string;
  isTyping: boolean;
  /** Who may be named in notes. */
  people: readonly Staff[];
  picture(id: string): Promise<string>;
  older(): void;
}

/** What was said and noted, the newest last. */
export function threadLog(
  { messages, notes, conversation }: InboxThread,
  log: Log,
): TemplateResult {
  const { say, name, isTyping } = log;
  const first = messages[0]?.sequence ?? 1;
  const rows = messages.flatMap((message, at) => [
    ...(isNewDay(message, messages[at - 1])
      ? [html`<p class="day">${say.day(message.at)}</p>`]
      : []),
    said(message, conversation.shopper, log),
    ...notes.filter(({ after }) => after === message.sequence).map((note) => noted(note, log)),
  ]);
  return html`<div class="log" role="log" aria-label=${say.text('thread', { name })} tabindex="0">
    <div class="rows">
      ${first > 1 ? html`<button class="cb ctext" @click=${log.older}>${say.text('older')}</button>` : nothing}
      ${rows}
      ${messages.at(-1)?.event === 'closed' && conversation.state !== 'closed' ? html`<p class="ev">${say.text('reopened')}</p>` : nothing}
      ${isTyping ? html`<p class="ev">${say.text('types', { name })} <span class="dot"></span></p>` : nothing}
    </div>
  </div>`;
}

const isNewDay = (message: Message, before: Message | undefined): boolean =>
  !before || new Date(before.at).toDateString() !== new Date(message.at).toDateString();

function said(message: Message, read: { delivered: number; seen: number }, log: Log) {
  const { say, name } = log;
  if (message.event)
    return html`<p class="ev">${say.text(message.event === 'closed' ? 'talkClosed' : 'joined', { name: message.name ?? '' })}<span class="end num">${say.time(message.at)}</span></p>`;
  const isTheirs = message.from === 'shopper';
  const isMine = message.from === 'staff' && message.name === log.me;
  const who = isTheirs
    ? name
    : isMine
      ? say.text('you')
      : (message.name ?? say.text(message.from === 'assistant' ? 'assistant' : 'you'));
  const state =
    message.sequence <= read.seen
      ? 'read'
      : message.sequence <= read.delivered
        ? 'delivered'
        : 'sent';
  return html`<div class="msg ${isTheirs ? '' : `out ${message.from}`}">
    <span class="av mid ${isMine ? 'me' : ''}" aria-hidden="true">${initials(isMine ? (log.me ?? who) : who)}</span>
    <div class="bub" dir="auto">${linkedText(message.text)}${sentPictures(message.photos, log.picture, say.text('picture'))}${sentDocuments(message.documents, log.picture, say)}${saidBeside(message, say)}</div>
    <p class="meta"><bdi>${who}</bdi> ${say.time(message.at)}${isTheirs ? nothing : html` · ${say.text(state)}`}</p>
  </div>`;
}

const noted = (
  { by, at, text, mentions = [], photos, documents }: Note,
  { say, people, picture }: Log,
): TemplateResult =>
  html`<div class="note"><span class="av mid" aria-hidden="true">${initials(by)}</span>
    <div><p class="who">${say.text('noteBy', { name: by })}</p><p dir="auto">${partsOf(
      text,
      people.filter(({ id }) => mentions.includes(id)),
    ).map((part, nth) => (nth % 2 ? html`<b>${part}</b>` : linkedText(part)))}</p>
      ${sentPictures(photos, picture, say.text('picture'))}${sentDocuments(documents, picture, say)}</div>
    <span class="second num">${say.time(at)}</span></div>`;
