import { css } from '../../widget/theme/css.ts';

export const policyStyles = css`
  .page { max-inline-size: 1160px; }
  .both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(280px, 380px); gap: 32px; align-items: start; }
  .form { display: grid; gap: 32px; }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; display: grid; gap: 16px; }
  legend { padding: 0 0 12px; font: var(--c-head); }
  .checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(216px, 1fr)); gap: 0 16px; }
  .inputs { display: grid; grid-template-columns: repeat(auto-fill, minmax(216px, 1fr)); gap: 6px 16px; }
  .inputs > .f { display: grid; grid-template-rows: subgrid; grid-row: span 3; }
  .inputs > .f > .label { align-self: end; }
  .said { padding-block-end: 10px; display: grid; gap: 4px; }
  .more { display: grid; gap: 16px; padding-block: 8px; }
  .pair { display: grid; grid-template-columns: 104px minmax(0, 1fr); gap: 8px; align-items: center; }
  .pair.even { grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); }
  .f:has(> :is(.boxes, .order, .products)) { grid-column: 1 / -1; }
  .boxes { display: flex; flex-wrap: wrap; gap: 0 24px; }
  .order, .products { max-inline-size: 400px; }
  .products { display: grid; gap: 8px; }
  .products li { min-block-size: 44px; border-block-end: 1px solid var(--line); }
  .warned { color: var(--warn); }
  .movers { display: flex; }
  .rules > li { padding-block: 4px; border-block-start: 1px solid var(--line); display: grid; grid-template-columns: minmax(136px, 1fr) 2fr; gap: 0 16px; align-items: start; }
  .rules > li:last-child { border-block-end: 1px solid var(--line); }
  .rules > li > details[open] { grid-column: 1 / -1; }
  .rules .not { align-self: center; }
  .rules summary { font: var(--c-body); color: var(--ink); overflow-wrap: anywhere; }
  .rules > .rule { grid-template-columns: minmax(0, 1fr) auto; }
  .rules > .rule > details[open] { grid-column: auto; }
  .rules > .rule > details[open] > .more { margin-inline-end: calc(-3 * var(--c-hit) - 20px); }
  .questions, .question { display: grid; gap: 12px; }
  .question { padding: 16px; border: 1px solid var(--line); border-radius: var(--r-s); }
  .words { align-items: start; }
  .words > .cib { margin-block-start: 24px; }
  .words .said { padding: 0; }
  .also { inline-size: auto; }
  .cib[aria-disabled='true'] { opacity: 0.4; }
  textarea.lines { min-block-size: var(--c-hit); resize: vertical; }
  aside { position: sticky; inset-block-start: 24px; padding: 16px; border: 1px solid var(--line); border-radius: var(--r-l); display: grid; gap: 12px; }
  table { inline-size: 100%; border-collapse: collapse; font: var(--c-small); }
  :is(th, td) { text-align: start; padding: 8px 8px 8px 0; padding-inline: 0 8px; border-block-start: 1px solid var(--line); font-weight: 400; vertical-align: top; }
  thead :is(th, td) { border: 0; font: var(--c-micro); color: var(--ink-2); }
  .differs { font-weight: 600; color: var(--accent-ink); }
  textarea.all { inline-size: 100%; min-block-size: 320px; font: 400 13px/20px ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; resize: vertical; border: 1px solid var(--ink-3); padding: 12px; }
  summary { min-block-size: var(--c-hit); display: flex; align-items: center; gap: 8px; cursor: pointer; font: var(--c-label); color: var(--accent-ink); }
  summary::before { content: ''; inline-size: 6px; block-size: 6px; margin-inline: 2px; border: solid currentColor; border-width: 0 2px 2px 0; rotate: -45deg; flex: none; }
  summary:dir(rtl)::before { rotate: 135deg; }
  details[open] > summary::before { rotate: 45deg; }
  @media (width < 1100px) {
    .both { grid-template-columns: minmax(0, 1fr); }
    aside { position: static; }
  }
`;
