import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AnsweringSetting } from '../../contract/settings.ts';
import { css } from '../../widget/theme/css.ts';
import { icon } from './desk-element.ts';
import { SettingPage } from './setting-page.ts';
import { weekdayOf } from './week.ts';

type Hours = AnsweringSetting['hours'][number];

const week = [1, 2, 3, 4, 5, 6, 7] as const;
const usual: Hours = { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' };
const within = { first: 60, next: 240 };

const styles = css`
  .days { display: flex; gap: 4px; flex-wrap: wrap; }
  .day { min-inline-size: 44px; min-block-size: var(--c-hit); padding-inline: 8px; border-radius: var(--r-s); border: 1px solid var(--line); font: var(--c-label); color: var(--ink-2); }
  .day[aria-pressed='true'] { background: var(--primary); border-color: var(--primary); color: var(--on-primary); }
  input[type='time'] { inline-size: 124px; }
  .rows .f > .label { font: var(--c-micro); color: var(--ink-2); }
  @media (forced-colors: active) {
    .day[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;

/** @summary When people answer, within what time, and who gets what is nobody’s. */
export class FdAnswering extends SettingPage<AnsweringSetting> {
  static override styles = [...SettingPage.styles, styles];
  protected override readonly setting = 'answering';

  protected override get saved(): AnsweringSetting | undefined {
    return this.desk.settings.all.$state.get().value?.answering.value;
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { value } = this;
    return this.page(
      text('answering'),
      text('answeringWhat'),
      value && html`${this.#hours(value)}${this.#within(value)}${this.#assign(value)}`,
    );
  }

  #change(change: Partial<AnsweringSetting>): void {
    if (this.value) this.draft = { ...this.value, ...change };
  }

  #hours({ hours }: AnsweringSetting): TemplateResult {
    const { text } = this.say;
    const zone = this.desk.settings.all.$state.get().value?.timeZone;
    return html`<section aria-label=${text('hours')}>
      <h2 class="head">${text('hours')} <span class="csmall second">${zone}</span></h2>
      ${hours.length ? html`<ul class="rows">${hours.map((each, at) => html`<li>${this.#stretch(each, at, hours)}</li>`)}</ul>` : html`<p class="second">${text('alwaysOpen')}</p>`}
      <div><button class="cb" @click=${() => this.#change({ hours: [...hours, usual] })}>${text('addHours')}</button></div>
    </section>`;
  }

  #stretch(each: Hours, at: number, all: readonly Hours[]): TemplateResult {
    const { text, language } = this.say;
    const put = (change: Partial<Hours>) =>
      this.#change({ hours: all.map((one, nth) => (nth === at ? { ...one, ...change } : one)) });
    const flip = (day: number) =>
      put({
        days: week.filter((one) => (one === day) !== each.days.includes(one)),
      });
    const pointer = `/hours/${at}`;
    const time = (name: 'opens' | 'closes') => {
      const isWrong = this.wrong(`${pointer}/${name}`) !== '';
      return html`<div class="f"><label class="label" for="${name}${at}">${text(name)}</label>
        <input class="in" type="time" id="${name}${at}" aria-invalid=${isWrong} .value=${each[name]} @change=${({ target }: Event) => put({ [name]: (target as HTMLInputElement).value })}></div>`;
    };
    return html`<div class="days" role="group" aria-label=${text('hours')}>${week.map(
      (day) =>
        html`<button class="day" aria-pressed=${each.days.includes(day)} title=${weekdayOf(language, day, 'long')} @click=${() => flip(day)}>${weekdayOf(language, day, 'short')}</button>`,
    )}</div>
      ${time('opens')}${time('closes')}
      <button class="cib end" aria-label=${text('remove')} @click=${() => this.#change({ hours: all.filter((_, nth) => nth !== at) })}>${icon('close', 's16')}</button>
      ${this.errorAt(`${pointer}/closes`)}${this.errorAt(`${pointer}/days`)}`;
  }

  #within({ answerWithin }: AnsweringSetting): TemplateResult {
    const { text } = this.say;
    const minutes = (name: 'first' | 'next', label: string) => {
      const pointer = `/answerWithin/${name}`;
      return html`<div class="f"><label class="label" for=${name}>${label}</label>
        <input class="in" type="number" inputmode="numeric" min="1" max="10080" id=${name} aria-invalid=${this.wrong(pointer) !== ''} .value=${String(answerWithin?.[name])}
          @input=${({ target }: Event) => this.#change({ answerWithin: { ...within, ...answerWithin, [name]: (target as HTMLInputElement).valueAsNumber } })}>${this.errorAt(pointer)}</div>`;
    };
    return html`<section>
      <label class="check"><input type="checkbox" .checked=${answerWithin !== undefined} @change=${({ target }: Event) => this.#withinSet((target as HTMLInputElement).checked)}>${text('withinSet')}</label>
      ${answerWithin ? html`<div class="line">${minutes('first', text('firstWithin'))}${minutes('next', text('nextWithin'))}</div>` : nothing}
    </section>`;
  }

  #withinSet(isSet: boolean): void {
    if (!this.value) return;
    const { answerWithin: _, ...rest } = this.value;
    this.draft = isSet ? { ...rest, answerWithin: within } : rest;
  }

  #assign({ assign }: AnsweringSetting): TemplateResult {
    const { text } = this.say;
    const choices = ['by_hand', 'round_robin'] as const;
    const onChange = ({ target }: Event) => {
      const chosen = choices.find((each) => each === (target as HTMLSelectElement).value);
      if (chosen) this.#change({ assign: chosen });
    };
    return html`<section><div class="f"><label class="label" for="assign">${text('assignment')}</label>
      <select class="in" id="assign" .value=${assign} @change=${onChange}>${choices.map((each) => html`<option value=${each} ?selected=${each === assign}>${text(each)}</option>`)}</select></div></section>`;
  }
}
