import { css } from '../../widget/theme/css.ts';

export const auditStyles = css`
  .page { max-inline-size: 1040px; }
  .filters > .f { flex: 1 1 150px; }
  .filters .in { block-size: var(--c-hit); }
  select.in { min-inline-size: 0; inline-size: 100%; }
  table { inline-size: 100%; border-collapse: collapse; }
  th { font: var(--c-micro); color: var(--ink-2); text-align: start; padding: 8px 12px 8px 0; }
  td { padding: 10px 12px 10px 0; border-block-start: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
  :is(th, td) { padding-inline: 0 12px; }
  td.num { color: var(--ink-2); }
  td p { margin: 0; }
  td.who { min-inline-size: 104px; }
  td.what { min-inline-size: 152px; }
  @media (width < 760px) {
    thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; padding-block: 10px; border-block-start: 1px solid var(--line); }
    td { border: 0; padding: 0; min-inline-size: 0; }
    td.num { grid-area: 1 / 2; font: var(--c-small); }
    td.what, td.about { grid-column: 1 / -1; }
  }
`;
