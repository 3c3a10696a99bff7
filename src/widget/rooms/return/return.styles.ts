import { css } from '../../theme/css.ts';
import { chipStyles } from '../../ui/chips.styles.ts';
import { orderStyles, quantityStyles } from '../order-lines.ts';

const own = css`
  .steps { margin-block: -12px -4px; }
  .bones { block-size: 132px; border-radius: var(--r-l); }
  .row .th { inline-size: 72px; block-size: 86px; }
  .opt .mk { display: inline-flex; inline-size: fit-content; margin-block-start: 4px; }
  .good { background: color-mix(in oklab, var(--good) 9%, var(--bg)); color: var(--good); }
  .sum .good { background: none; }
  .on .good { background: var(--good); color: var(--bg); }
  .plain { --inset: 0px; }
  legend.label { padding: 0; margin-block-end: 6px; }
  .chip { justify-content: center; min-block-size: 44px; min-inline-size: 52px; cursor: pointer; white-space: normal; }
  .chip:has(:checked) { background: var(--ink); color: var(--bg); }
  .chip:has(:focus-visible) { outline: 2px solid var(--accent-ink); outline-offset: 2px; }
  .chip:has(:disabled) { color: var(--ink-2); text-decoration: line-through; cursor: default; }
  @media (forced-colors: active) {
    .chip:has(:checked) { outline: 2px solid Highlight; outline-offset: -2px; }
    .chip:has(:disabled) { border-color: GrayText; color: GrayText; }
  }
`;

export const styles = [orderStyles, quantityStyles, chipStyles, own];
