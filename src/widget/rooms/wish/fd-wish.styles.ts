import { css } from '../../theme/css.ts';

export const styles = css`
  .im { inline-size: 88px; block-size: 104px; object-fit: cover; border-radius: var(--r-s); background: #ecedee; flex: none; }
  .list { --inset: 0px; }
`;
