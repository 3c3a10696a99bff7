import { css } from '../theme/css.ts';

/** The one primary button of a task, always in sight: it stays at the panel's lower edge. */
export const footStyles = css`
  .ft { position: sticky; inset-block-end: var(--ft, -24px); z-index: 1; margin: auto calc(var(--gutter) * -1) -24px; padding: 12px var(--gutter) max(24px, env(safe-area-inset-bottom)); background: var(--bg); border-block-start: 1px solid var(--line); display: flex; flex-direction: column; gap: 8px; }
  .bar { block-size: 28px; inline-size: 70%; margin-block-end: 16px; }
  .opt-bone { block-size: 56px; border-radius: var(--radius); }
  .li, .in { scroll-margin-block-end: 120px; }
  @media (height < 420px) {
    .ft { position: static; }
  }
`;
