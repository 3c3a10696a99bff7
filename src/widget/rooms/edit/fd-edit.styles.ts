import { css } from '../../theme/css.ts';

export const styles = css`
  .accent .i { display: inline-block; vertical-align: -3px; }
  .row > .th { inline-size: 72px; block-size: 84px; }
`;
