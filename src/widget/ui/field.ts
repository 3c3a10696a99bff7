import { html, nothing, type TemplateResult } from 'lit/html.js';
import { roomIcon } from './room-icon.ts';

export interface Field {
  name: string;
  label: string;
  value: string;
  /** What is wrong with it; empty when nothing is. */
  error?: string;
  inputmode?: 'email' | 'tel' | 'text';
  /** As the browser's own address book calls it. */
  autocomplete?: string;
  /** Names and streets begin with capitals; addresses of mail do not. */
  capitals?: boolean;
  /** The cursor waits here when the room opens. */
  first?: boolean;
  /** What stands in it after each key. */
  type(text: string): void;
}

/** One line to type in, its label above, what is wrong with it below. */
export const field = ({
  error = '',
  inputmode = 'text',
  autocomplete = 'off',
  ...it
}: Field): TemplateResult =>
  html`<div class="f">
    <label class="label" for=${it.name}>${it.label}</label>
    <input class="in" id=${it.name} name=${it.name} dir="auto" inputmode=${inputmode} autocomplete=${autocomplete}
      autocapitalize=${it.capitals ? 'words' : 'off'} spellcheck="false" ?data-first=${it.first} aria-invalid=${!!error}
      aria-describedby=${error ? `${it.name}-error` : nothing} .value=${it.value} @input=${typed(it)}>
    ${errorLine(error, `${it.name}-error`)}
  </div>`;

/** Some lines to type in, which need not be filled. */
export const noteField = (
  it: Pick<Field, 'label' | 'value' | 'type'> & {
    hint: string;
    /** In letters. */
    longest: number;
  },
): TemplateResult =>
  html`<div class="f">
    <label class="label" for="note">${it.label} <span class="second">${it.hint}</span></label>
    <textarea class="in" id="note" rows="3" dir="auto" maxlength=${it.longest} .value=${it.value} @input=${typed(it)}></textarea>
  </div>`;

const typed =
  ({ type }: Pick<Field, 'type'>) =>
  ({ target }: Event) =>
    type((target as HTMLInputElement | HTMLTextAreaElement).value);

/** A refusal in words, told at once to those who listen. */
export const errorLine = (text: string, id = 'error'): TemplateResult | typeof nothing =>
  text
    ? html`<p class="err" role="alert" id=${id}>${roomIcon('info', 's20')}<span>${text}</span></p>`
    : nothing;
