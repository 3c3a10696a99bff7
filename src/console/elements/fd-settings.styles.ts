import { css } from '../../widget/theme/css.ts';

export const settingsStyles = css`
  :host { display: grid; grid-template-columns: 212px minmax(0, 1fr); min-block-size: 0; }
  nav { display: flex; flex-direction: column; gap: 2px; padding: 18px 8px; overflow-y: auto; }
  nav p { padding: 0 8px 12px; }
  nav a { display: flex; align-items: center; min-block-size: var(--c-hit); padding-inline: 12px; border-radius: var(--r-s); font: var(--c-body); color: var(--ink-2); }
  nav a:hover { background: var(--fill-2); }
  nav a[aria-current] { background: var(--bg); color: var(--ink); font: var(--c-strong); box-shadow: inset 0 0 0 1px var(--line); }
  .paper { background: var(--bg); border: 1px solid var(--line); border-radius: var(--r-l); margin-block: 8px; margin-inline: 0 8px; min-block-size: 0; min-inline-size: 0; overflow: auto; display: grid; align-content: start; }
  @media (width < 760px) {
    :host { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); }
    nav { flex-flow: row wrap; padding: 8px; }
    nav p { display: none; }
    nav a { white-space: nowrap; flex: none; }
    .paper { margin: 0; border-inline: 0; border-block-end: 0; border-radius: 0; }
  }
  @media (forced-colors: active) {
    nav a[aria-current] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;

/** What every page of the settings is made of. */
export const settingParts = css`
  :host { display: block; min-inline-size: 0; }
  .page { display: flex; flex-direction: column; gap: 24px; padding: 24px; max-inline-size: 720px; }
  .page > header { display: flex; flex-direction: column; gap: 4px; }
  section { display: flex; flex-direction: column; gap: 12px; }
  .rows > li { display: flex; align-items: center; gap: 8px 12px; flex-wrap: wrap; min-block-size: 60px; padding-block: 8px; border-block-start: 1px solid var(--line); }
  .rows > li:last-child { border-block-end: 1px solid var(--line); }
  .acts { display: flex; flex-wrap: wrap; gap: 4px; }
  .line { display: flex; flex-flow: row wrap; align-items: end; gap: 12px; }
  .line > .f { flex: 1 1 200px; }
  .in { min-block-size: var(--c-hit); padding: 7px 12px; font: var(--c-body); }
  .f { display: flex; flex-direction: column; gap: 6px; min-inline-size: 0; }
  .cerr { align-self: stretch; }
  .check { display: flex; align-items: center; gap: 8px; min-block-size: var(--c-hit); cursor: pointer; }
  .check input { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--primary); flex: none; }
  form.wide { display: flex; flex-direction: column; gap: 12px; padding-block: 8px; }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block: 12px; border-block-start: 1px solid var(--line); position: sticky; inset-block-end: 0; background: var(--bg); }
  dialog.leave { inline-size: min(400px, calc(100vw - 32px)); padding: 24px; border: 0; border-radius: var(--r-panel); background: var(--raise); color: var(--ink); box-shadow: var(--e2); }
  dialog.leave[open] { display: grid; gap: 8px; }
  dialog.leave::backdrop { background: var(--scrim); }
  dialog.leave .acts { gap: 8px; padding-block-start: 12px; }
  .meanwhile { flex: 0 0 100%; order: -2; max-block-size: 50dvh; overflow-y: auto; display: flex; flex-direction: column; gap: 8px; padding: 16px; border-radius: var(--r-s); background: var(--warn-tint); overflow-wrap: anywhere; }
  .meanwhile .acts { gap: 8px; padding-block-start: 4px; }
  .done { padding: 12px; border-radius: var(--r-s); background: var(--good-tint); overflow-wrap: anywhere; }
  select.in { inline-size: 100%; min-inline-size: 0; }
  .in[type='number'] { block-size: var(--c-hit); }
  @media (forced-colors: active) {
    dialog.leave, .meanwhile { border: 1px solid CanvasText; }
  }
  @media (width < 760px) {
    .page { padding: 16px; }
    .in { font-size: 16px; }
    .foot > .grow { flex-basis: 100%; order: -1; }
  }
`;
