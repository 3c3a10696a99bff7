import { css } from '../theme/css.ts';

export const styles = css`
  dialog { position: fixed; inset: auto; inset-inline-end: var(--x, 24px); inset-block-end: calc(var(--y, 24px) + 72px); inline-size: 400px; max-inline-size: calc(100vw - 48px); block-size: 680px; max-block-size: calc(100dvh - 120px); margin: 0; padding: 0; border: 0 solid transparent; overflow: hidden; background: var(--bg); color: inherit; border-radius: var(--r-panel); box-shadow: var(--e2); contain: layout style; transform-origin: 100% 100%; }
  dialog:is([open], :popover-open), .all { display: flex; flex-direction: column; }
  .all { flex: 1; min-block-size: 0; }
  dialog:dir(rtl) { transform-origin: 0 100%; }
  :host([start]) dialog { inset-inline: var(--x, 24px) auto; }
  dialog::backdrop { background: none; }
  .rise { animation: rise var(--slow) var(--ease); }
  @keyframes rise { from { opacity: 0; transform: translateY(12px) scale(0.985); } }

  .bar .mark { padding-inline-start: 10px; font: 650 17px/24px var(--display); letter-spacing: -0.02em; text-align: start; }
  .body { flex: 1; min-block-size: 0; overflow: hidden auto; overscroll-behavior: contain; padding: 2px var(--gutter) 24px; display: flex; flex-direction: column; outline: 0; }
  .note ~ .body { padding-block-start: 16px; }
  .tabs { flex: none; display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; padding: 6px 12px max(8px, env(safe-area-inset-bottom)); border-block-start: 1px solid var(--line); }
  .tab { display: flex; flex-direction: column; align-items: center; gap: 2px; padding: 6px 0 4px; color: var(--ink-2); font: 500 11px/16px var(--font); min-block-size: 50px; border-radius: var(--radius); }
  .tab[aria-current='page'] { color: var(--accent-ink); font-weight: 600; }
  .tab[aria-current='page'] .i { fill: var(--tint-2); }
  .grab { display: none; }

  @media (width < 640px) {
    dialog, :host([start]) dialog { inset: 12px 0 var(--keys, 0px); inline-size: 100%; max-inline-size: none; block-size: auto; max-block-size: none; border-end-start-radius: 0; border-end-end-radius: 0; }
    dialog::backdrop { background: var(--scrim); }
    .rise { animation-name: sheet; }
    @keyframes sheet { from { transform: translateY(100%); } }
    .grab { display: block; flex: none; padding: 8px 0 6px; margin-block-end: -12px; touch-action: none; position: relative; }
    .grab::before { content: ''; display: block; inline-size: 36px; block-size: 4px; border-radius: 4px; background: var(--fill-2); margin: auto; }
  }
  @media print { :host { display: none; } }
  /* 400 % zoom: all of it scrolls, or the bars would leave no room to read */
  @media (height < 420px) {
    .all { display: block; overflow-y: auto; }
  }
  @media (forced-colors: active) {
    dialog { border-width: 1px; }
    .tab[aria-current='page'] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;
