import { css } from '../../widget/theme/css.ts';

export const bulkBarStyles = css`
  :host { display: block; }
  .bar { display: flex; flex-direction: column; gap: 6px; padding: 6px; border-radius: var(--radius); background: var(--tint); border: 1px solid var(--line); }
  .cib, .sel { inline-size: 32px; }
  .cb, .pick, .in { min-block-size: var(--c-hit); padding-inline: 8px; }
  .cb { background: var(--bg); gap: 4px; }
  .pick, .in { border: 1px solid var(--ink-3); border-radius: var(--r-s); background: var(--bg); min-inline-size: 0; flex: 1 1 0; font: var(--c-small); text-overflow: ellipsis; }
  .in::placeholder { color: var(--ink-2); opacity: 1; }
  .h { gap: 4px; }
  @media (pointer: coarse) {
    .in { font-size: 16px; }
  }
`;
