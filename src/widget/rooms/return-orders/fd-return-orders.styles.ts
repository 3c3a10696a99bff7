import { css } from '../../theme/css.ts';

export const styles = css`
  .bones { block-size: 88px; border-radius: var(--r-s); }
`;
