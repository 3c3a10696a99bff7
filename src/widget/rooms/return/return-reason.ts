import { html, type TemplateResult } from 'lit/html.js';
import type { ReturnReason } from '../../../contract/actions.ts';
import type { FollowUp, ShopWords } from '../../../contract/follow-ups.ts';
import { list } from '../../locales/figures.ts';
import type { PlainKey, Say } from '../../locales/words.ts';
import { noteField } from '../../ui/field.ts';
import { heading } from '../../ui/heading.ts';
import { choice, choices } from '../change-parts.ts';
import { picture } from '../order-lines.ts';
import type { Going, LineAnswers } from './return-draft.ts';
import { optionsOf } from '../order-lines.ts';
import type { ReturnView } from './return-screen.ts';

const REASONS: Readonly<Record<ReturnReason, PlainKey>> = {
  too_small: 'tooSmall',
  too_large: 'tooLarge',
  not_as_described: 'notAsPictured',
  damaged: 'cameDamaged',
  faulty: 'doesNotWork',
  wrong_item: 'notWhatOrdered',
  too_late: 'cameLate',
  no_longer_needed: 'changedMind',
  found_cheaper: 'whyCheaper',
  other: 'ratherNotSay',
};
const LONGEST = 500;

/** Why one of them goes back, and what there is to say about it. */
export function reasonScreen(
  view: ReturnView,
  { line, can, offer, answers }: Going,
): TemplateResult {
  const { words, about, photos, foot, on } = view;
  const { text } = words;
  const options = optionsOf(line);
  return html`<div class="row">
      ${picture(line.picture?.url, 72, 84)}
      <div class="grow">
        ${heading(text('whatWrong'), list(options ? [line.name, options] : [line.name], words))}
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
    ${offer?.followUps?.map((asked) => followUp(asked, line.id, answers, view))}
    ${photos(line.id, offer)}
    ${noteField({
      ...{ label: text('anyMore'), hint: text('optional'), longest: LONGEST },
      value: answers.note ?? '',
      type: (note) => about(line.id, { note }),
    })}
    ${foot(text('goOn'), on)}`;
}

/** What the shop asks further, in its own words; none of it has to be answered. */
function followUp(
  { id, question, answers }: FollowUp,
  line: string,
  { told = {} }: LineAnswers,
  { words, about }: ReturnView,
): TemplateResult {
  return html`<fieldset class="stack tight">
    <legend class="label">${inWords(question, words)}</legend>
    <div class="chips">${answers.map(
      (answer) => html`<label class="chip">
        <input class="hide" type="radio" name=${`told ${id}`} .value=${answer.id} .checked=${told[id] === answer.id}
          @change=${() => about(line, { told: { ...told, [id]: answer.id } })}>
        <span><bdi>${inWords(answer.text, words)}</bdi></span>
      </label>`,
    )}</div>
  </fieldset>`;
}

const inWords = (told: ShopWords, { locale }: Say): string =>
  told[locale] ?? told[locale.slice(0, 2)] ?? Object.values(told)[0] ?? '';
