import { css } from '../../theme/css.ts';

export const styles = css`
  .card { padding: 16px; }
  .card + .card { margin-block-start: -4px; }
  .card .i { color: var(--ink-2); }
  .it + .it > .li::before, .block + .block > :first-child > .li::before { content: ''; position: absolute; inset-block-start: 0; inset-inline: var(--inset) 0; block-size: 1px; background: var(--line); }
  .bones { display: flex; gap: 16px; align-items: center; padding-block: 12px; }
  .bones > .sk { inline-size: 56px; block-size: 64px; border-radius: var(--r-s); }
  .l1 { block-size: 14px; inline-size: 60%; }
  .l2 { block-size: 12px; inline-size: 40%; }
  /* where words would break, the arrow gives them its room */
  @media (width < 360px) {
    .li { gap: 12px; }
    .li > .s20 { display: none; }
  }
`;
