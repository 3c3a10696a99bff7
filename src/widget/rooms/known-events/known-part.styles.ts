import { css } from '../../theme/css.ts';

export const askStyles = css`
  .two { margin-block-start: 8px; }
  [aria-pressed='true'] { background: var(--ink) !important; color: var(--bg); }
  @media (forced-colors: active) {
    [aria-pressed='true'] { background: Highlight !important; color: HighlightText; forced-color-adjust: none; }
  }
`;
