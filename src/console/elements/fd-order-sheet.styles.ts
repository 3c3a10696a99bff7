import { css } from '../../widget/theme/css.ts';

export const orderSheetStyles = css`
  :host { display: contents; }
  dialog { inline-size: min(520px, 94vw); max-block-size: 88vh; padding: 0; border: 0; border-radius: var(--r-panel); background: var(--raise); color: var(--ink); box-shadow: var(--e2); overflow: hidden; }
  dialog::backdrop { background: var(--scrim); }
  dialog[open] { display: flex; flex-direction: column; }
  .head-row { padding-block: 16px 8px; padding-inline: 24px 12px; flex: none; }
  .body { overflow-y: auto; padding: 0 24px 24px; display: flex; flex-direction: column; gap: 12px; }
  .body:focus-visible { outline-offset: -2px; }
  .units > li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; min-block-size: 52px; padding-block: 6px; border-block-end: 1px solid var(--line); }
  .th { inline-size: 32px; block-size: 38px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; display: block; }
  .units .in[type='number'] { inline-size: 72px; flex: none; }
  .units .swap { flex: 0 0 calc(100% - 44px); margin-inline-start: 44px; inline-size: auto; }
  .units div.swap { display: grid; gap: 8px; padding-block-end: 4px; }
  .units div.swap > * { margin: 0; }
  .units .swap .ctext { justify-self: start; margin-inline-start: -8px; }
  summary { cursor: pointer; color: var(--accent-ink); padding-block: 6px; }
  .units .in:disabled { background: var(--fill); border-color: var(--line); color: var(--ink-2); }
  .two { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: end; }
  .card { background: var(--tint); padding: 16px; border-radius: var(--r-s); }
  .card .label { color: var(--accent-ink); }
  .total { font: 600 28px/34px var(--display); letter-spacing: -0.022em; }
  dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 6px 16px; font: var(--c-small); padding-block-start: 12px; }
  dl:not(:has(dt)) { display: none; }
  dt { overflow-wrap: anywhere; }
  dd { text-align: end; }
  textarea.in { min-block-size: 64px; }
  @media (width < 760px) {
    dialog { inline-size: 100vw; max-inline-size: 100vw; max-block-size: 92dvh; margin-block-end: 0; border-end-start-radius: 0; border-end-end-radius: 0; }
    .body { padding-inline: 16px; }
    .head-row { padding-inline: 16px 8px; }
    .two:has(select) { grid-template-columns: minmax(0, 1fr); }
  }
  @media (forced-colors: active) {
    dialog, .card { border: 1px solid CanvasText; }
  }
`;
