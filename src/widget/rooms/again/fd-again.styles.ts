import { css } from '../../theme/css.ts';

export const styles = css`
  .part { display: flex; flex-direction: column; gap: 8px; }
  .part .qty { align-self: flex-end; }
  .opt .th { inline-size: 56px; block-size: 64px; }
`;
