import { css } from '../../widget/theme/css.ts';

export const helpStyles = css`
  :host { display: contents; }
  dialog { inline-size: min(560px, 92vw); padding: 24px; border: 0; border-radius: var(--r-panel); background: var(--raise); color: var(--ink); box-shadow: var(--e2); }
  dialog::backdrop { background: var(--scrim); }
  dialog[open] { display: flex; flex-direction: column; gap: 16px; }
  .km { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 0 32px; font: var(--c-small); }
  .km > div { display: flex; align-items: center; gap: 6px; min-block-size: 36px; border-block-start: 1px solid var(--line); }
  .km dd { margin-inline-start: auto; }
  @media (forced-colors: active) {
    dialog { border: 1px solid CanvasText; }
  }
`;
