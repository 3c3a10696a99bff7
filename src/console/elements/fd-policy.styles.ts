import { css } from '../../widget/theme/css.ts';

export const policyStyles = css`
  .page { max-inline-size: 1160px; }
  .both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(280px, 380px); gap: 32px; align-items: start; }
  .form { display: grid; gap: 24px; }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; display: grid; gap: 12px; }
  legend { padding: 0 0 8px; font: var(--c-head); }
  .checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 0 16px; }
  .inputs { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 12px 16px; align-items: end; }
  aside { position: sticky; inset-block-start: 24px; padding: 16px; border: 1px solid var(--line); border-radius: var(--r-l); display: grid; gap: 12px; }
  table { inline-size: 100%; border-collapse: collapse; font: var(--c-small); }
  :is(th, td) { text-align: start; padding: 8px 8px 8px 0; padding-inline: 0 8px; border-block-start: 1px solid var(--line); font-weight: 400; vertical-align: top; }
  thead :is(th, td) { border: 0; font: var(--c-micro); color: var(--ink-2); }
  .differs { font-weight: 600; color: var(--accent-ink); }
  textarea.in { inline-size: 100%; min-block-size: 320px; font: 400 13px/20px ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; resize: vertical; border: 1px solid var(--ink-3); padding: 12px; }
  summary { min-block-size: var(--c-hit); display: flex; align-items: center; cursor: pointer; font: var(--c-label); color: var(--accent-ink); }
  @media (width < 1100px) {
    .both { grid-template-columns: minmax(0, 1fr); }
    aside { position: static; }
  }
`;
