import { css } from '../../theme/css.ts';

export const styles = css`
  :host { display: block; }
  .run { display: flex; gap: 12px; overflow: auto hidden; scroll-snap-type: x mandatory; scrollbar-width: none; margin: -4px calc(var(--gutter) * -1); padding: 4px var(--gutter); scroll-padding-inline: var(--gutter); overscroll-behavior-x: contain; }
  li { position: relative; flex: 0 0 148px; min-inline-size: 0; scroll-snap-align: start; display: flex; flex-direction: column; gap: 8px; }
  .first > li { flex-basis: 100%; }
  .im { display: grid; place-items: center; aspect-ratio: 5 / 6; border-radius: var(--radius); overflow: hidden; background: #ecedee; color: #868b90; }
  .first .im { aspect-ratio: 1; border-radius: var(--r-l); }
  .im img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .why { display: flex; flex-direction: column; flex: 1; gap: 8px; }
  .first .why { flex-direction: row; }
  .grow > * { display: block; }
  .name { font: var(--t-label); }
  .first .name { font: var(--t-head); }
  a.name::after { content: ''; position: absolute; inset: 0; border-radius: var(--radius); }
  a.name:hover { text-decoration: underline; }
  .btn { position: relative; flex: none; z-index: 1; min-block-size: 44px; padding: 8px 14px; font-size: 13px; }
  .bad { color: var(--bad); }
  .not { align-self: flex-start; z-index: 1; color: var(--ink-2); padding-block: 13px; margin-block: -5px; }
  .first .not { align-self: flex-end; }
  .heart { position: absolute; z-index: 1; inset-block-start: 2px; inset-inline-end: 2px; inline-size: 44px; block-size: 44px; display: grid; place-items: center; }
  .heart::before { content: ''; position: absolute; inset: 6px; border-radius: 50%; background: rgb(255 255 255 / 0.86); border: 1px solid transparent; }
  .heart .i { position: relative; inline-size: 18px; block-size: 18px; stroke-width: 1.9; color: #17191c; }
  .heart[aria-pressed='true'] .i { fill: oklch(0.58 0.2 22); stroke: oklch(0.58 0.2 22); }
  .gone { flex: 1; display: grid; place-content: center; gap: 8px; padding: 16px; border-radius: var(--radius); background: var(--fill); text-align: center; min-block-size: 160px; }
  .pips { display: flex; gap: 8px; align-items: center; margin-block-start: -64px; pointer-events: none; block-size: 44px; inline-size: max-content; }
  .pips i { inline-size: 8px; block-size: 8px; border-radius: 4px; background: var(--fill-2); border: 1px solid transparent; }
  .pips .on { inline-size: 20px; background: var(--primary); }
`;
