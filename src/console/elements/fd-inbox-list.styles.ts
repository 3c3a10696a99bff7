import { css } from '../../widget/theme/css.ts';

export const listStyles = css`
  :host { display: block; min-block-size: 0; min-inline-size: 0; }
  .lh { padding: 18px 12px 10px 8px; padding-inline: 8px 12px; display: flex; flex-direction: column; gap: 12px; flex: none; }
  .lh > h1 { padding-inline-start: 8px; }
  .search { display: flex; align-items: center; gap: 8px; min-block-size: var(--c-hit); padding-inline: 10px 8px; border-radius: var(--r-s); background: var(--bg); border: 1px solid var(--ink-3); color: var(--ink-2); font: var(--c-small); }
  .search:focus-within { border-color: var(--accent-ink); outline: 1px solid var(--accent-ink); }
  .search input { flex: 1; min-inline-size: 0; outline: 0; color: var(--ink); }
  input::placeholder { color: var(--ink-2); }
  .scroll { padding-block-end: 16px; }
  .l3 .h { gap: 6px; }
  li { position: relative; }
  .at { background: var(--accent-ink); color: var(--bg); }
  .sel { position: absolute; inset-block-start: 11px; inset-inline-start: 17px; z-index: 1; opacity: 0; }
  .sel:is(:hover, :focus-visible, :checked), .choosing .sel, li:hover .sel { opacity: 1; }
  .sel:is(:hover, :focus-visible, :checked) + .rowi > .av, .choosing .rowi > .av, li:hover .rowi > .av { visibility: hidden; }
  .scroll > .cb { margin-inline: 12px; }
  .cerr { margin: 8px 12px; }
  @media (hover: none) {
    ul:not(.choosing) .sel:not(:focus-visible, :checked) { opacity: 0; }
    ul:not(.choosing) .sel:not(:focus-visible, :checked) + .rowi > .av { visibility: visible; }
  }
  @media (pointer: coarse) {
    .search input { font-size: 16px; }
    .search .k { display: none; }
  }
`;
