import { css } from '../../widget/theme/css.ts';

export const orderStyles = css`
  :host { display: grid; min-block-size: 0; }
  .side { overflow-y: auto; overscroll-behavior: contain; padding: 8px 20px 16px; display: flex; flex-direction: column; }
  .side:focus-visible { outline-offset: -2px; }
  .out { align-self: start; margin-inline-start: -8px; }
  .sec { padding-block: 12px; border-block-start: 1px solid var(--line); display: flex; flex-direction: column; gap: 8px; }
  .sec:first-of-type { border: 0; padding-block-start: 4px; }
  h3.label { font-weight: 600; }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; }
  .nos { display: flex; flex-direction: column; gap: 4px; }
  .nos:empty { display: none; }
  .told { display: flex; align-items: center; gap: 8px; padding: 8px 12px; border-radius: var(--r-s); background: var(--good-tint); }
  .told .i { color: var(--good); flex: none; }
  .mini { display: flex; align-items: center; gap: 10px; padding-block: 4px; min-block-size: 44px; }
  .th { inline-size: 32px; block-size: 38px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; display: block; }
  dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 6px 16px; font: var(--c-small); }
  dt { overflow-wrap: anywhere; }
  dd { text-align: end; }
  .done { padding-block: 6px; overflow-wrap: anywhere; }
  .done .plain { display: block; }
`;
