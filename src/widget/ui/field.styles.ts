import { css } from '../theme/css.ts';

export const fieldStyles = css`
  form { display: flex; flex-direction: column; gap: 24px; }
  .label .second { font-weight: 400; }
  .f { display: flex; flex-direction: column; gap: 6px; }
  .in { min-block-size: 52px; padding-inline: 16px; border-radius: var(--r-s); border: 1px solid var(--ink-3); inline-size: 100%; font: 400 16px/24px var(--font); }
  textarea.in { min-block-size: 88px; padding-block: 12px; color: inherit; background: none; resize: vertical; margin: 0; }
  .in:focus { border-color: var(--accent-ink); outline: 1px solid var(--accent-ink); outline-offset: 0; }
  .in[aria-invalid='true'] { border-color: var(--bad); outline: 1px solid var(--bad); outline-offset: 0; }
  .err { font: var(--t-small); color: var(--bad); display: flex; gap: 6px; align-items: center; }
`;
