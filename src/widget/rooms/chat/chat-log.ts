import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Mark, Message } from '../../../contract/conversations.ts';
import type { SayHere } from '../../locales/words.ts';
import { BLOCK, type RowWindow } from '../../host/row-window.ts';
import type { Desk } from '../../stores/desk.ts';
import type { Letter, Letters } from '../../stores/letters.ts';
import type { ThreadState } from '../../stores/thread.ts';
import { glyph } from '../../ui/icon.ts';
import { linkedText } from '../../ui/linked-text.ts';
import { photoFaults } from '../photo-faults.ts';
import { refusal } from '../refusal.ts';
import { shownCards, type To } from './chat-cards.ts';
import { sentFiles, shownDocuments, shownPictures } from './chat-pictures.ts';

export interface Log {
  thread: ThreadState;
  letters: Letters;
  waiting: readonly Letter[];
  /** What the shopper had seen when they came. */
  seen: number;
  shop: string;
  desk: Desk;
  window: RowWindow;
  to: To;
}

const TICK = 'm5 12.5 4.5 4.5L19 7.5';
const TICKS = 'm2.5 12.5 4 4L15 8m-3.5 7.8.7.7L20.8 8';
/** As high as a message mostly is, in px, with its gap. */
const ROW = 60;

/** What was said, the newest last; of a long talk only what is near is there. */
export function chatLog(log: Log): TemplateResult {
  const { thread, waiting, seen, desk, window, shop } = log;
  const { words } = desk;
  const { messages, typing, conversation } = thread;
  const fresh = seen ? messages.find((one) => isNew(one, seen))?.sequence : undefined;
  const blocks: TemplateResult[] = [];
  for (let from = 0; from < messages.length;) {
    const number = Math.floor((messages[from]!.sequence - 1) / BLOCK);
    let to = from;
    while (to < messages.length && Math.floor((messages[to]!.sequence - 1) / BLOCK) === number)
      to += 1;
    const block = String(number);
    const isThere = window.has(block, messages.length - to < BLOCK);
    const rows = isThere
      ? messages.slice(from, to).map((_, nth) => row(log, from + nth, fresh))
      : nothing;
    blocks.push(html`<div class="stack" data-block=${block}
      .style=${isThere ? '' : `block-size: ${window.height(block, to - from, ROW)}px`}>${rows}</div>`);
    from = to;
  }
  const name = conversation?.staff ?? shop;
  return html`<div class="stack log" role="log" aria-live="off" aria-label=${words.text('conversation')}>
    ${blocks} ${waiting.map((letter) => letterRow(log, letter))}
    ${
      typing
        ? html`${writer(name, words.text('typing', { name }))}
            <p class="msg dots"><i></i><i></i><i></i></p>`
        : nothing
    }
  </div>`;
}

function row({ thread, desk, shop, to }: Log, at: number, fresh?: number): unknown {
  const words = desk.words.here;
  const { messages, conversation } = thread;
  const message = messages[at]!;
  const before = messages[at - 1];
  const after = messages[at + 1];
  const mine = message.from === 'shopper';
  const side = mine ? 'end' : '';
  const isDay = !before || words.daysAway(before.at) !== words.daysAway(message.at);
  const speaks = !mine && !message.event && (!before || !isSame(before, message));
  return html`${isDay ? html`<p class="div">${words.when('chatDay', message.at)}</p>` : nothing}
    ${message.sequence === fresh ? html`<p class="div new" id="new">${words.text('newMessages')}</p>` : nothing}
    ${speaks ? writer(message.name ?? shop) : nothing}
    ${
      message.event
        ? html`<p class="div">${
            message.event === 'joined'
              ? words.text('joined', {
                  name: message.name ?? shop,
                  time: words.time(message.at),
                })
              : words.text('talkClosed')
          }</p>`
        : html`${shownPictures(desk, side, message.photos)}
            ${shownDocuments(desk, message.documents, side)}
            ${
              message.text
                ? html`<p class="msg ${mine ? 'me' : ''}" dir="auto"><bdi class="hide">${mine ? words.text('you') : nothing}</bdi>${linkedText(message.text)}</p>`
                : nothing
            }
            ${shownCards(message.cards, desk, to, side)}`
    }
    ${
      message.event || (after && isSame(message, after))
        ? nothing
        : mine && conversation
          ? ownState(message, conversation.shop, words)
          : html`<p class="meta">${words.time(message.at)}</p>`
    }`;
}

/** Who says what follows, or is about to. */
const writer = (name: string, said = name): TemplateResult =>
  html`<p class="meta say"><span class="face" data-initials=${[...name][0] ?? ''}></span>${said}</p>`;

/** How far one's own words have come. */
function ownState(
  { sequence, at }: Message,
  { seen, delivered }: Mark,
  words: SayHere,
): TemplateResult {
  const isRead = sequence <= seen;
  const key = isRead ? 'readAt' : sequence <= delivered ? 'deliveredAt' : 'sentAt';
  return html`<p class="meta end ${isRead ? 'read' : ''}">${words.text(key, { time: words.time(at) })}
    ${glyph(sequence <= delivered ? TICKS : TICK, 's16')}</p>`;
}

/** Something is said that the shopper had not seen. */
const isNew = ({ sequence, from, event }: Message, seen: number): boolean =>
  sequence > seen && from !== 'shopper' && !event;

/** One person goes on: the same sender, within some minutes. */
const isSame = (one: Message, next: Message): boolean =>
  one.from === next.from &&
  one.name === next.name &&
  !next.event &&
  Date.parse(next.at) - Date.parse(one.at) < 300_000;

function letterRow({ letters, desk, to }: Log, letter: Letter): TemplateResult {
  const { text } = desk.words;
  const going = letters.$going.get();
  const isChecked = going?.part === 1 && going.key.startsWith(letter.client);
  const isOnline = desk.$online.get();
  const { refused } = letter;
  const isStuck = refused ?? (isOnline && letters.$problem.get());
  return html`${sentFiles(desk, letter, letters)}
    ${letter.text ? html`<p class="msg me" dir="auto">${linkedText(letter.text)}</p>` : nothing}
    ${shownCards(letter.cards, desk, to, 'end')}
    <p class="meta end" role="status">${
      isStuck
        ? html`${
            // when all that waits goes is said where more is written
            refused ? refusal(refused, desk.words, photoFaults, 'unsent') : text('unsent')
          }
            <button class="link" @click=${() => letters.again(letter)}>${text('retry')}</button>
            <button class="link" @click=${() => letters.remove(letter)}>${text('removeLetter')}</button>`
        : text(isChecked ? 'photoChecked' : isOnline ? 'sending' : 'sentLater')
    }</p>`;
}
