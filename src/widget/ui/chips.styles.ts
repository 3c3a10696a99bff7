import { css } from '../theme/css.ts';

/** Short choices beside each other; `run` is a line of them that scrolls under the room's edges. */
export const chipStyles = css`
  .chips { display: flex; flex-wrap: wrap; gap: 8px; }
  .run { flex-wrap: nowrap; overflow: auto hidden; scrollbar-width: none; margin: -4px calc(var(--gutter) * -1); padding: 4px var(--gutter); scroll-padding-inline: var(--gutter); flex: none; }
  .chip { position: relative; flex: none; display: flex; align-items: center; gap: 6px; min-block-size: 40px; padding-inline: 16px; border-radius: var(--r-full); background: var(--fill); font: var(--t-label); border: 1px solid transparent; white-space: nowrap; }
  .chip::after { content: ''; position: absolute; inset: -3px; }
  .chip:hover { background: var(--fill-2); }
  .chip[aria-pressed='true'] { background: var(--ink); color: var(--bg); }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
