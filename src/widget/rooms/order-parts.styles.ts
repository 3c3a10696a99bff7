import { css } from '../theme/css.ts';

/** How an order looks wherever it stands: its mark, its pictures, its progress. */
export const orderStyles = css`
  .card.warn { --ground: var(--warn-tint); }
  .mk { display: inline-flex; align-items: center; align-self: flex-start; gap: 4px; min-block-size: 24px; padding-inline: 8px; border-radius: var(--r-xs); font: var(--t-micro); background: var(--warn-tint); color: var(--warn); }
  .warn .mk { background: none; padding: 0; }
  .pics { --inset: 72px; }
  .pic { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; background: #ecedee; }
  .th { inline-size: 56px; block-size: 64px; flex: none; border-radius: var(--r-s); overflow: hidden; background: var(--fill-2); color: var(--ink-3); display: grid; place-items: center; position: relative; }
  .th::after { content: ''; position: absolute; inset: 0; background: light-dark(transparent, rgb(0 0 0 / 0.1)); }
  .ths { display: flex; flex: none; }
  .ths .th { inline-size: 44px; block-size: 52px; box-shadow: 0 0 0 2px var(--ground, var(--bg)); }
  .ths .th + .th { margin-inline-start: -22px; }
  .prog { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 4px; margin-block-start: 16px; }
  .prog i { block-size: 5px; border-radius: 5px; background: var(--rest, var(--tint-2)); overflow: hidden; }
  .prog i::before { content: ''; display: block; block-size: 100%; }
  .prog .on::before, .prog .half::before { background: var(--done, var(--accent-ink)); }
  .prog .half::before { inline-size: 56%; }
  .warn .prog { --rest: color-mix(in oklab, var(--warn) 20%, var(--bg)); --done: var(--warn-fill); }
  @media (forced-colors: active) {
    .mk, .prog i { border: 1px solid CanvasText; }
    .warn .mk { border: 0; }
    .prog .on::before, .prog .half::before { background: Highlight; }
    .pic, .prog ::before { forced-color-adjust: none; }
  }
`;
