import { css } from '../../widget/theme/css.ts';

export const returnSheetStyles = css`
  :host { display: block; min-block-size: 0; block-size: 100%; }
  .back { display: none; }
  .body { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 24px; align-items: start; align-content: start; padding: 4px 24px 24px; }
  .body:focus-visible { outline-offset: -2px; }
  .lines { display: flex; flex-direction: column; }
  .lines > li { padding-block: 10px; border-block-end: 1px solid var(--line); }
  .th { inline-size: 40px; block-size: 48px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .att { display: flex; flex-wrap: wrap; gap: 6px; padding-block-start: 8px; }
  .att :is(img, i) { inline-size: 96px; block-size: 96px; object-fit: cover; border-radius: var(--r-s); display: block; }
  .side { display: flex; flex-direction: column; gap: 8px; }
  .card { background: var(--tint); padding: 16px; margin-block-end: 8px; }
  .card .label { color: var(--accent-ink); }
  .total { font: 600 28px/34px var(--display); letter-spacing: -0.022em; }
  dl { display: grid; grid-template-columns: 1fr auto; gap: 6px 16px; font: var(--c-small); padding-block-start: 12px; }
  dd { text-align: end; }
  ul.csmall { display: flex; flex-direction: column; gap: 6px; padding-block-start: 8px; }
  form { display: flex; flex-direction: column; gap: 8px; }
  textarea { padding: 8px 12px; border: 1px solid var(--ink-3); border-radius: var(--r-s); resize: vertical; inline-size: 100%; }
  @media (width < 1000px) {
    .body { grid-template-columns: minmax(0, 1fr); }
  }
  @media (width < 760px) {
    .back { display: grid; }
    .top { padding: 8px; gap: 4px; min-block-size: 60px; }
    .body { padding-inline: 16px; }
    textarea { font-size: 16px; }
  }
`;
