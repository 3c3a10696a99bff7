import { css } from '../../theme/css.ts';

export const styles = css`
  .top { display: flex; justify-content: space-between; align-items: center; }
  .filled { background: var(--fill); }
  .grid { display: grid; grid-template-columns: 1fr 1fr; gap: 24px 12px; }
  .block + .block { margin-block-start: 24px; }
  .p { display: flex; flex-direction: column; position: relative; min-inline-size: 0; content-visibility: auto; contain-intrinsic-size: auto 250px; }
  .soft img { opacity: 0.5; }
  .name { margin-block-start: 8px; }
  .num { font-variant-numeric: tabular-nums; }
  .good { font: var(--t-label); color: var(--good); }
  .mk { position: absolute; inset-block-end: 8px; inset-inline-start: 8px; z-index: 1; display: inline-flex; align-items: center; min-block-size: 24px; padding-inline: 8px; border-radius: var(--r-xs); font: var(--t-micro); background: rgb(255 255 255 / 0.94); color: #17191c; }
  select { field-sizing: content; font: var(--t-label); color: var(--ink-2); background: none; border: 0; padding: 13px 0; margin-block: -24px; align-self: flex-end; }
`;
