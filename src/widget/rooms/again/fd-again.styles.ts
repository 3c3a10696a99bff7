import { css } from '../../theme/css.ts';

export const styles = css`
  .opt .th { inline-size: 56px; block-size: 64px; }
`;
