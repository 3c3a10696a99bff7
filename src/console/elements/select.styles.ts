import { css } from '../../widget/theme/css.ts';

/** A box to select by. */
export const selectStyles = css`
  .sel { appearance: none; inline-size: 36px; block-size: 36px; display: grid; place-items: center; border-radius: var(--r-s); flex: none; cursor: pointer; }
  .sel::before { content: ''; inline-size: 18px; block-size: 18px; border: 1.5px solid var(--ink-2); border-radius: 5px; background: var(--bg); font: 700 13px/15px var(--font); text-align: center; }
  .sel:checked::before { content: '✓'; background: var(--primary); border-color: var(--primary); color: var(--on-primary); }
  .sel:indeterminate::before { content: '–'; }
`;
