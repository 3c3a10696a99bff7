import { css } from '../theme/css.ts';

/** Rows and sections, and what stands in them: for rooms beyond the first look. */
export const parts = css`
  .sec { display: flex; flex-direction: column; gap: 12px; }
  .row { display: flex; align-items: center; gap: 12px; }
  .s16 { inline-size: 16px; block-size: 16px; stroke-width: 2; }
  .strong { font: var(--t-strong); }
  .label { font: var(--t-label); }
  .accent { color: var(--accent-ink); }
  .num { font-variant-numeric: tabular-nums; white-space: nowrap; }
  .tight { gap: 4px; }
  .top { align-items: flex-start; }
  .between { justify-content: space-between; }
  .grow { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .grow span { display: block; text-wrap: pretty; }
  .link { position: relative; font: var(--t-label); color: var(--accent-ink); padding-block: 13px; margin-block: -13px; }
  .link::after { content: ''; position: absolute; inset: 0 -8px; }
  .li { display: flex; align-items: center; gap: 16px; min-block-size: 56px; padding-block: 12px; position: relative; }
  .li + .li::before { content: ''; position: absolute; inset-block-start: 0; inset-inline: var(--inset, 40px) 0; block-size: 1px; background: var(--line); }
  .li > .i { color: var(--ink-2); }
  .go { inline-size: 100%; text-align: start; }
  .list { margin-block: -10px; }
`;
