import { css } from '../../theme/css.ts';

export const styles = css`
  .bone { block-size: 136px; border-radius: var(--r-l); }
  .ask > * + * { margin-block-start: 4px; }
  .ask > :last-child { margin-block-start: 16px; }
`;
