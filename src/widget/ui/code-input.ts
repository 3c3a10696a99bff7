import { html, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';

export interface CodeInput {
  label: string;
  /** What is typed so far, digits only. */
  code: string;
  length: number;
  wrong: boolean;
  busy: boolean;
  /** The digits after a key, a paste or the phone's own offer of a code from a message. */
  onCode(code: string): void;
}

/**
 * Six boxes that are one field: a paste, a message's code and a screen reader each meet one input.
 * A wrong code stays to be read; the next digit starts anew.
 */
export const codeInput = ({
  label,
  code,
  length,
  wrong,
  busy,
  onCode,
}: CodeInput): TemplateResult => {
  const onInput = (event: InputEvent) => {
    const input = event.target as HTMLInputElement;
    const added = wrong ? input.value.replace(code, '') : input.value;
    input.value = added.replace(/\D/g, '').slice(0, length);
    onCode(input.value);
  };
  const toEnd = (event: Event) => {
    const input = event.target as HTMLInputElement;
    input.setSelectionRange(length, length);
  };
  const at = Math.min(code.length, length - 1);
  return html`<div class="code ${wrong ? 'wrong' : ''}">
    <input data-first name="code" inputmode="numeric" autocomplete="one-time-code" aria-label=${label} aria-invalid=${wrong}
      aria-describedby="error" .value=${code} ?readonly=${busy}
      @input=${onInput} @click=${toEnd} @keyup=${toEnd}>
    ${[...Array(length).keys()].map((n) => html`<i class=${n === at ? 'at' : ''} aria-hidden="true">${code[n]}</i>`)}
  </div>`;
};

export const codeInputStyles = css`
  .code { position: relative; display: grid; grid-template-columns: repeat(6, 1fr); gap: 8px; direction: ltr; }
  .code i { block-size: 60px; border-radius: var(--r-s); border: 1px solid var(--ink-3); display: grid; place-items: center; font: 600 24px/1 var(--font); font-variant-numeric: tabular-nums; }
  .code input { position: absolute; inset: 0; inline-size: 100%; opacity: 0; font-size: 16px; outline: 0; }
  .code:focus-within .at { border-color: var(--accent-ink); outline: 2px solid var(--accent-ink); }
  .code:focus-within .at:empty::after { content: ''; inline-size: 2px; block-size: 24px; background: var(--accent-ink); }
  .wrong i { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
  @media (forced-colors: active) {
    .wrong i { border-style: dashed; }
  }
`;
