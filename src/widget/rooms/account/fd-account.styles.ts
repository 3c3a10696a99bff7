import { css } from '../../theme/css.ts';

export const styles = css`
  .who { display: flex; align-items: center; gap: 16px; }
  .avatar { inline-size: 60px; block-size: 60px; border-radius: min(50%, calc(var(--radius) * 5)); background: var(--tint-2); color: var(--accent-ink); display: grid; place-items: center; font: 600 21px/1 var(--font); flex: none; }
  .end { min-block-size: 44px; padding: 8px 14px; font-size: 13px; flex: none; }
  .act { inline-size: 100%; text-align: start; }
  .act:hover .strong { text-decoration: underline; text-underline-offset: 3px; }
  .devices { margin-block-start: -8px; }
  .gap { block-size: 56px; border-radius: var(--r-s); }
  .foot { margin-block-start: auto; }
  .bad { color: var(--bad); }
  .bad:empty { display: none; }
  @media (forced-colors: active) {
    .avatar { border: 1px solid CanvasText; }
  }
`;
