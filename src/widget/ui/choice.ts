import { html, nothing, type TemplateResult } from 'lit/html.js';
import { glyph } from './icon.ts';

export { choiceStyles } from './choice.styles.ts';

const TICK = 'm5 12.5 4.5 4.5L19 7.5';

export interface Choice {
  /** Choices of one name are one question. */
  name: string;
  value: string;
  /** Several may be chosen: boxes to tick in place of one of many. */
  several?: boolean;
  chosen: boolean;
  /** It is told, but cannot be chosen. */
  off?: boolean;
  lead?: TemplateResult;
  title: string;
  text?: string | undefined;
  /** What speaks for it, in a few words. */
  mark?: string | undefined;
  /** A sum at the end. */
  end?: string | undefined;
  choose(isChosen: boolean): void;
}

/** A row to choose: the whole of it is the target, its edge and its mark say whether it is chosen. */
export const choice = (it: Choice): TemplateResult => {
  const onChange = (event: Event) => it.choose((event.target as HTMLInputElement).checked);
  const { several, chosen, off, lead, text, end } = it;
  return html`<label class="opt ${chosen ? 'on' : ''} ${off ? 'off' : ''}">
    <input class="hide" type=${several ? 'checkbox' : 'radio'} name=${it.name} .value=${it.value}
      .checked=${chosen} ?disabled=${off} @change=${onChange}>
    <span class=${several ? 'ck' : 'rd'}>${several ? glyph(TICK, 's16') : nothing}</span>
    ${lead}<span class="grow"><span class="strong"><bdi>${it.title}</bdi></span>${
      text ? html`<span class="small second"><bdi>${text}</bdi></span>` : nothing
    }${it.mark ? html`<span class="mk good">${it.mark}</span>` : nothing}</span>
    ${end ? html`<span class="num">${end}</span>` : nothing}
  </label>`;
};

/** One question and its answers; `label` is its heading where none is seen. */
export const choices = (label: string, all: readonly TemplateResult[]): TemplateResult =>
  html`<fieldset class="stack"><legend class="hide">${label}</legend>${all}</fieldset>`;
