import { css } from '../theme/css.ts';

/** Sums under each other, and what they come to. */
export const sumStyles = css`
  .sum { display: grid; grid-template-columns: 1fr auto; gap: 8px 0; }
  .sum dt { color: var(--ink-2); padding-inline-end: 16px; }
  .sum dd { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .sum .good { color: var(--good); }
  .sum .total { font: 600 17px/24px var(--font); color: var(--ink); padding-block-start: 12px; border-block-start: 1px solid var(--line); margin-block-start: 4px; }
`;
