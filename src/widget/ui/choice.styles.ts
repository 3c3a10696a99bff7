import { css } from '../theme/css.ts';

/** `part`: a row to choose, and below it how many. */
export const choiceStyles = css`
  .opt { display: flex; align-items: center; gap: 12px; padding: 14px 16px; border-radius: var(--radius); border: 1px solid var(--line); position: relative; min-block-size: 56px; cursor: pointer; scroll-margin-block-end: 120px; transition: background var(--fast); }
  .opt:hover { background: var(--fill); }
  .opt .hide { inset-block-start: 50%; }
  .opt:has(:focus-visible) { outline: 2px solid var(--accent-ink); outline-offset: 2px; }
  .opt .strong { font-weight: 450; }
  .on, .on:hover { border-color: var(--accent-ink); box-shadow: inset 0 0 0 1px var(--accent-ink); background: var(--tint); --ground: var(--tint); }
  .on .strong { font-weight: 550; }
  .off, .off:hover { border-color: transparent; background: var(--fill); color: var(--ink-2); cursor: default; }
  .off .th { opacity: 0.55; }
  .part { display: flex; flex-direction: column; gap: 8px; }
  .part .qty { align-self: flex-end; }
  .ck, .rd { inline-size: 24px; block-size: 24px; flex: none; border: 1.5px solid var(--ink-3); display: grid; place-items: center; background: var(--bg); color: transparent; border-radius: 50%; }
  .ck { border-radius: min(7px, var(--r-xs)); }
  .off > :is(.ck, .rd) { visibility: hidden; }
  .on > .ck { background: var(--primary); border-color: var(--primary); color: var(--on-primary); }
  .on > .rd { border: 7.5px solid var(--accent-ink); }
  @media (forced-colors: active) {
    .off { border-color: GrayText; color: GrayText; }
    .on { outline: 2px solid Highlight; outline-offset: -2px; }
    .on > .rd { border-color: Highlight; }
    .on > .ck { color: Highlight; }
    .ck { color: Canvas; }
  }
`;
