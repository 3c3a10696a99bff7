import { css } from '../../widget/theme/css.ts';

export const composerStyles = css`
  :host { display: block; flex: none; min-inline-size: 0; }
  .foot { padding: 0 16px 12px; display: flex; flex-direction: column; gap: 8px; flex: none; }
  .comp { border: 1px solid var(--ink-3); border-radius: var(--radius); display: flex; flex-direction: column; background: var(--bg); }
  .comp:focus-within { border-color: var(--accent-ink); outline: 1px solid var(--accent-ink); }
  .noted { background: var(--warn-tint); }
  .hd { display: flex; gap: 16px; padding: 4px 14px 0; font: var(--c-label); }
  .hd button { min-block-size: 28px; color: var(--ink-2); font: inherit; }
  .hd [aria-pressed='true'] { color: var(--ink); box-shadow: 0 4px 0 -2px var(--accent-ink); }
  .comp textarea { padding: 10px 14px 4px; min-block-size: 52px; max-block-size: 32dvh; outline: 0; resize: none; field-sizing: content; font: var(--c-body); }
  ::placeholder { color: var(--ink-2); opacity: 1; }
  .files { display: flex; flex-direction: column; gap: 4px; padding: 4px 6px 0 14px; }
  .files li { display: flex; align-items: center; gap: 10px; min-inline-size: 0; font: var(--c-small); }
  .files span.cib { inline-size: 32px; }
  .files .fault { color: var(--bad); }
  .files canvas { inline-size: 32px; block-size: 32px; border-radius: var(--r-xs); flex: none; }
  .pick { position: relative; cursor: pointer; }
  .pick:has(:focus-visible) { outline: 2px solid var(--accent-ink); }
  .bar { display: flex; align-items: center; padding: 4px 6px 6px; }
  /* as many as there is room for, each whole */
  .keys { display: flex; flex-wrap: wrap; gap: 16px; block-size: 24px; overflow: hidden; font: var(--c-plain); color: var(--ink-2); padding-inline: 4px; }
  .keys span { display: inline-flex; gap: 5px; align-items: center; white-space: nowrap; }
  .tags { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding-inline: 4px; }
  .tags .mk { min-block-size: 24px; }
  .tags input { min-block-size: 24px; min-inline-size: 140px; max-inline-size: 100%; field-sizing: content; padding-inline: 4px; }
  .comp > .tags { padding: 0 10px 4px; }
  .comp textarea:focus-visible { outline: 0; }
  .here { display: flex; flex-direction: column; gap: 4px; }
  .here:not(:has(p)) { margin-block-end: -8px; }
  .here .calm { background: none; padding-block: 0; color: var(--ink-2); }
  .cerr .ctext { background: none; }
  @media (width < 760px) {
    .wide, .keys { display: none; }
    .foot { padding: 0 12px max(12px, env(safe-area-inset-bottom)); }
    .comp textarea { font-size: 16px; line-height: 24px; }
  }
  @media (forced-colors: active) {
    .hd [aria-pressed='true'] { text-decoration: underline; text-underline-offset: 4px; }
  }
`;
