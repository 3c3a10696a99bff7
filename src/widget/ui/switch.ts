import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';

export interface Switch {
  title: string;
  text?: string | undefined;
  on: boolean;
  set(on: boolean): void;
}

/** Something that is on or off, and is so at once. The whole row is the target. */
export const switchRow = ({ title, text, on, set }: Switch): TemplateResult =>
  html`<button class="li go" role="switch" aria-checked=${on} @click=${() => set(!on)}>
    <span class="grow"><span class="strong">${title}</span>${text ? html`<span class="small second">${text}</span>` : nothing}</span>
    <i class="sw"></i>
  </button>`;

export const switchStyles = css`
  .sw { inline-size: 48px; block-size: 28px; border-radius: 28px; background: var(--ink-3); position: relative; flex: none; border: 1px solid transparent; }
  .sw::after { content: ''; position: absolute; inset-block-start: 2px; inset-inline-start: 2px; inline-size: 22px; block-size: 22px; border-radius: 50%; background: var(--bg); }
  [aria-checked='true'] .sw { background: var(--accent-ink); }
  [aria-checked='true'] .sw::after { inset-inline-start: 22px; }
  @media (forced-colors: active) {
    [aria-checked='true'] .sw { background: Highlight; forced-color-adjust: none; }
  }
`;
