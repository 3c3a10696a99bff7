import { css } from '../../theme/css.ts';

export const styles = css`
  .what { border-block: 1px solid var(--line); margin-block: 0; }
`;
