import { css } from '../../theme/css.ts';

export const styles = css`
  .link-box { display: flex; align-items: center; gap: 12px; min-block-size: 52px; padding-inline: 16px; border: 1px solid var(--ink-3); border-radius: var(--radius); }
  .link-box .grow { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .mid { text-align: center; }
`;
