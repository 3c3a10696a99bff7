import { css } from '../../theme/css.ts';

export const styles = css`
  .big { aspect-ratio: 1; border-radius: var(--r-l); }
`;
