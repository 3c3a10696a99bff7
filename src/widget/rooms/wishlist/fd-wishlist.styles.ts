import { css } from '../../theme/css.ts';

export const styles = css`
  .top { display: flex; justify-content: space-between; align-items: center; }
  .filled { background: var(--fill); }
  .grid { display: grid; grid-template-columns: 1fr 1fr; gap: 24px 12px; }
  .block + .block { margin-block-start: 24px; }
  .p { display: flex; flex-direction: column; position: relative; min-inline-size: 0; content-visibility: auto; contain-intrinsic-size: auto 250px; }
  .im { display: grid; place-items: center; aspect-ratio: 5 / 6; position: relative; border-radius: var(--radius); overflow: hidden; background: #ecedee; color: #868b90; }
  .im img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .im::after { content: ''; position: absolute; inset: 0; background: light-dark(transparent, rgb(0 0 0 / 0.1)); }
  .soft img { opacity: 0.5; }
  .name { font: var(--t-label); margin-block-start: 8px; }
  .num { font-variant-numeric: tabular-nums; }
  .name::after { content: ''; position: absolute; inset: 0; }
  .good { font: var(--t-label); color: var(--good); }
  .mk { position: absolute; inset-block-end: 8px; inset-inline-start: 8px; z-index: 1; display: inline-flex; align-items: center; min-block-size: 24px; padding-inline: 8px; border-radius: var(--r-xs); font: var(--t-micro); background: rgb(255 255 255 / 0.94); color: #17191c; }
  .heart { position: absolute; z-index: 1; inset-block-start: 2px; inset-inline-end: 2px; inline-size: 44px; block-size: 44px; display: grid; place-items: center; }
  .heart::before { content: ''; position: absolute; inset: 6px; border-radius: 50%; background: rgb(255 255 255 / 0.86); border: 1px solid transparent; }
  .heart .i { position: relative; inline-size: 18px; block-size: 18px; stroke-width: 1.9; color: #17191c; }
  .heart[aria-pressed='true'] .i { fill: oklch(0.58 0.2 22); stroke: oklch(0.58 0.2 22); }
  select { field-sizing: content; font: var(--t-label); color: var(--ink-2); background: none; border: 0; padding: 13px 0; margin-block: -24px; align-self: flex-end; }
`;
