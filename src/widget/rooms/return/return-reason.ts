import { html, nothing, type TemplateResult } from 'lit/html.js';
import { choice, choices } from '../change-parts.ts';
import { picture } from '../order-lines.ts';
import type { Going } from './return-draft.ts';
import { optionsOf } from './return-items.ts';
import type { ReturnView } from './return-screen.ts';
import { REASONS } from './return-words.ts';

const LONGEST = 500;

/** Why one of them goes back, and what there is to say about it. */
export function reasonScreen(
  view: ReturnView,
  { line, can, offer, answers }: Going,
): TemplateResult {
  const { words, about, photos, foot, on } = view;
  const { text } = words;
  const options = optionsOf(line);
  const onNote = (event: Event) =>
    about(line.id, { note: (event.target as HTMLTextAreaElement).value });
  return html`<div class="row">
      ${picture(line.picture?.url, 72, 84)}
      <div class="grow stack tight">
        <h1 class="title" tabindex="-1">${text('whatWrong')}</h1>
        <p class="second"><bdi>${line.name}</bdi>${options ? html`, <bdi>${options}</bdi>` : nothing}</p>
      </div>
    </div>
    ${choices(
      text('whatWrong'),
      can.reasons.map(({ reason }) =>
        choice({
          name: 'reason',
          value: reason,
          chosen: reason === offer?.reason,
          title: text(REASONS[reason]),
          choose: () => about(line.id, { reason }),
        }),
      ),
    )}
    ${photos(line.id, offer)}
    <div class="f">
      <label class="label" for="note">${text('anyMore')} <span class="second">${text('optional')}</span></label>
      <textarea class="in" id="note" rows="3" dir="auto" maxlength=${LONGEST} .value=${answers.note ?? ''} @input=${onNote}></textarea>
    </div>
    ${foot(text('goOn'), on)}`;
}
