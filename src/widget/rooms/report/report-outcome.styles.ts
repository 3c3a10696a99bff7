import { css } from '../../theme/css.ts';

export const styles = css`
  textarea.in { min-block-size: 88px; padding-block: 12px; color: inherit; background: none; resize: vertical; margin: 0; }
`;
