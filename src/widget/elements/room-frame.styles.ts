import { css } from '../theme/css.ts';

/** The bar, and how one room gives way to the next. */
export const frameStyles = css`
  .bar { display: flex; align-items: center; min-block-size: 60px; padding-inline: calc(var(--gutter) - 10px); gap: 4px; flex: none; }
  .bar p { flex: 1; text-align: center; font: var(--t-strong); font-weight: 600; text-wrap: balance; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .avatar { inline-size: 32px; block-size: 32px; border-radius: min(50%, calc(var(--radius) * 3)); background: var(--tint-2); color: var(--accent-ink); display: grid; place-items: center; font: 600 12px/1 var(--font); }
  /* drawn, not written: the button is called "Your account", and initials are no other name for it */
  .avatar::after { content: attr(data-initials); }
  .note { display: flex; gap: 10px; align-items: center; padding: 10px var(--gutter); font: var(--t-label); background: var(--fill); flex: none; border-block: 1px solid transparent; }
  .body > * { flex: 1 0 auto; animation: room var(--mid) var(--ease); }
  .body:dir(rtl) > * { --way: -12px; }
  .back > * { --way: -12px; }
  .back:dir(rtl) > * { --way: 12px; }
  @keyframes room { from { opacity: 0; transform: translateX(var(--way, 12px)); } }
  .bone { block-size: 120px; }
  /* a chunk that is there at once shows no skeleton at all */
  .late { animation: late 1ms 150ms backwards; }
  @keyframes late { from { opacity: 0; } }
  @media (forced-colors: active) {
    .avatar { border: 1px solid CanvasText; }
  }
`;
