import { css } from '../../widget/theme/css.ts';

export const toastStyles = css`
  :host { position: absolute; inset-block-end: 16px; inset-inline-start: 80px; max-inline-size: 324px; display: grid; justify-items: start; pointer-events: none; z-index: 3; }
  .box { pointer-events: auto; display: flex; align-items: center; gap: 8px; padding: 6px 6px 6px 16px; padding-inline: 16px 6px; border-radius: var(--radius); background: var(--ink); color: var(--bg); box-shadow: var(--e2); border: 1px solid transparent; font: var(--c-label); max-inline-size: 100%; }
  .cb { background: color-mix(in oklab, var(--bg) 16%, transparent); color: inherit; padding-block: 3px; }
  .cb:hover, .cib:hover { background: color-mix(in oklab, var(--bg) 28%, transparent); }
  .cib { color: inherit; }
  :focus-visible { outline-color: currentColor; }
  @media (width < 760px) {
    :host { inset-inline: 12px; max-inline-size: none; justify-items: center; inset-block-end: calc(76px + env(safe-area-inset-bottom)); }
    .wide { display: none; }
  }
`;
