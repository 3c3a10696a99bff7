import { css } from '../../widget/theme/css.ts';

export const shopperStyles = css`
  :host { display: grid; min-block-size: 0; }
  .side { overflow-y: auto; overscroll-behavior: contain; padding: 16px 20px; display: flex; flex-direction: column; }
  .side:focus-visible { outline-offset: -2px; }
  .sec { padding-block: 12px; border-block-start: 1px solid var(--line); display: flex; flex-direction: column; gap: 8px; }
  .sec:first-child { border: 0; padding-block-start: 0; }
  .h { gap: 12px; }
  h3.label { font-weight: 600; }
  .mini { display: flex; align-items: center; gap: 10px; padding-block: 4px; min-block-size: 44px; }
  button.mini { inline-size: 100%; text-align: start; }
  button.mini .label { display: block; }
  :is(a, button).mini:hover .label { text-decoration: underline; }
  .mini .i { color: var(--ink-3); }
  .th { inline-size: 32px; block-size: 38px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; display: block; }
`;
