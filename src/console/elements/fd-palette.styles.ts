import { css } from '../../widget/theme/css.ts';

export const paletteStyles = css`
  :host { display: contents; }
  dialog { inline-size: min(600px, 94vw); margin-block-start: 12vh; max-block-size: 70vh; padding: 0; border: 0; border-radius: var(--r-panel); background: var(--raise); color: var(--ink); box-shadow: var(--e2); overflow: hidden; }
  dialog::backdrop { background: var(--scrim); }
  dialog[open] { display: flex; flex-direction: column; }
  .find { display: flex; align-items: center; gap: 10px; padding: 4px 16px; border-block-end: 1px solid var(--line); color: var(--ink-2); flex: none; }
  input { flex: 1; min-inline-size: 0; min-block-size: 48px; font-size: 16px; color: var(--ink); outline: 0; }
  input::placeholder { color: var(--ink-2); opacity: 1; }
  input:focus-visible { outline: 0; }
  .find:focus-within { box-shadow: inset 0 -1px var(--accent-ink); }
  ul { overflow-y: auto; padding: 8px; }
  li { min-block-size: 40px; padding: 4px 10px; border-radius: var(--r-s); cursor: pointer; border: 1px solid transparent; }
  li .i { color: var(--ink-2); flex: none; }
  li .label { flex: none; max-inline-size: 60%; }
  .more { color: var(--ink-2); }
  li:hover { background: var(--fill); }
  [aria-selected='true'] { background: var(--fill-2); }
  .none { padding: 16px; }
  @media (forced-colors: active) {
    dialog { border: 1px solid CanvasText; }
    [aria-selected='true'] { border-color: Highlight; }
  }
`;
