import { css } from '../../theme/css.ts';

export const styles = css`
  .item { content-visibility: auto; contain-intrinsic-size: auto 88px; }
`;
