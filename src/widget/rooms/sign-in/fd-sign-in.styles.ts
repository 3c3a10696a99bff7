import { css } from '../../theme/css.ts';

export const styles = css`
  .or { display: flex; align-items: center; gap: 12px; font: 500 12px/16px var(--font); color: var(--ink-2); }
  .or::before, .or::after { content: ''; flex: 1; block-size: 1px; background: var(--line); }
  .foot { margin-block-start: auto; }
  .ul { text-decoration: underline 1px; text-underline-offset: 3px; }
  .who { color: var(--ink); font: var(--t-strong); overflow-wrap: anywhere; }
`;
