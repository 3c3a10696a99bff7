import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';

export interface Toast {
  text: string;
  action?: { label: string; act(): void } | undefined;
  /** It stays while a shopper points at it or is in it. */
  time: { start(): void; stop(): void };
}

/** What has just been done, over the lower edge. Whoever listens is told by the desk. */
export const toast = ({ text, action, time: { start, stop } }: Toast): TemplateResult =>
  html`<div class="toast" @pointerenter=${stop} @pointerleave=${start} @focusin=${stop} @focusout=${start}>
    <span class="grow">${text}</span>
    ${action ? html`<button class="act" @click=${action.act}>${action.label}</button>` : nothing}
  </div>`;

export const toastStyles = css`
  .toast { position: fixed; inset-inline: 16px; max-inline-size: 528px; margin-inline: auto; inset-block-end: 80px; z-index: 2; display: flex; align-items: center; gap: 12px; min-block-size: 52px; padding-block: 4px; padding-inline: 16px 8px; border-radius: var(--radius); background: var(--ink); color: var(--bg); box-shadow: var(--e2); font: var(--t-label); border: 1px solid transparent; animation: toast var(--slow) 160ms var(--ease) backwards; }
  @keyframes toast { from { opacity: 0; translate: 0 12px; } }
  .act { min-block-size: 44px; padding-inline: 12px; border-radius: var(--r-s); font: 600 15px/22px var(--font); text-decoration: underline; text-underline-offset: 3px; }
  .toast :focus-visible { outline-color: var(--bg); outline-offset: -4px; }
`;
