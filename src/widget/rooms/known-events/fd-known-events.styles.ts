import { css } from '../../theme/css.ts';

export const styles = css`
  .list { --inset: 0px; }
  .ib { margin-inline-end: -12px; color: var(--ink-2); }
  .gap { block-size: 112px; border-radius: var(--r-s); }
`;
