import { css } from '../../widget/theme/css.ts';

export const repliesStyles = css`
  :host { display: block; }
  .box { display: flex; flex-direction: column; gap: 8px; padding: 12px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raise); box-shadow: var(--e2); }
  ul { max-block-size: 220px; overflow-y: auto; }
  .reply { padding: 6px 8px; border-radius: var(--r-s); display: block; min-block-size: 44px; }
  .reply:hover { background: var(--fill); }
  .in { min-block-size: var(--c-hit); padding-inline: 10px; border: 1px solid var(--ink-3); border-radius: var(--r-s); font: var(--c-small); }
  .in::placeholder { color: var(--ink-2); opacity: 1; }
  @media (pointer: coarse) {
    .in { font-size: 16px; }
  }
`;
