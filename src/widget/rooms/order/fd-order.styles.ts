import { css } from '../../theme/css.ts';

export const styles = css`
  .words { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 4px; margin-block-start: 8px; font: 500 11px/16px var(--font); color: var(--ink-2); }
  .words .on { color: var(--accent-ink); font-weight: 600; }
  .warn .words .on { color: var(--warn); }
  .titled { margin-block-start: 8px; }
  .parcel { display: flex; flex-direction: column; gap: 24px; }
  .two-lines { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .copy { max-inline-size: 100%; overflow-wrap: anywhere; font: var(--t-small); color: var(--ink-2); padding-block: 13px; margin-block: -13px; }
  .bar { block-size: 28px; inline-size: 70%; }
  .line { block-size: 14px; inline-size: 50%; }
  .box { block-size: 136px; border-radius: var(--r-l); }
`;
